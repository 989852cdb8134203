import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, ask, idempotent } from '../../../api/client.js';
import { newKey } from '../../../api/new-key.js';
import { hasCode } from '../../../api/problem-error.js';
import { kinds, wasNotSupported, type Command, type Device, type Kind } from './kinds.js';

export interface Sending {
  /** What the device can do, as far as is known: it is not offered what it has refused. */
  offered: readonly Kind[];
  refused: readonly Kind[];
  /** On its way to the platform. */
  busy: Kind | null;
  error: unknown;
  send: (kind: Kind) => void;
}

/** Gives the device a command. The same key is sent until an answer has come, so that nothing is done twice. */
export function useSend({ id }: Device, commands: readonly Command[]): Sending {
  const client = useQueryClient();
  const keys = useRef<Partial<Record<Kind, string>>>({});
  const [told, setTold] = useState<readonly Kind[]>([]);
  const [busy, setBusy] = useState<Kind | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (kind: Kind) => {
    setBusy(kind);
    setError(null);
    try {
      const header = idempotent((keys.current[kind] ??= newKey()));
      await ask(api.POST('/devices/{id}/commands', { params: { path: { id }, header }, body: { kind } }));
      delete keys.current[kind];
      await client.invalidateQueries({ queryKey: ['command', id] });
    } catch (failure) {
      if (!hasCode(failure, 'NETWORK')) delete keys.current[kind];
      if (hasCode(failure, 'COMMAND_NOT_SUPPORTED')) setTold((before) => [...before, kind]);
      setError(failure);
    } finally {
      setBusy(null);
    }
  };
  const refuses = (kind: Kind) =>
    told.includes(kind) ||
    commands.find((command) => command.kind === kind && wasNotSupported(command)) !== undefined;
  return {
    offered: kinds.filter((kind) => !refuses(kind)),
    refused: kinds.filter(refuses),
    busy,
    error,
    send: (kind) => {
      if (!busy) void send(kind);
    },
  };
}
