import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Upload } from 'tus-js-client';
import type { View } from '../../../api/client.js';
import { newKey } from '../../../api/new-key.js';
import { hasCode } from '../../../api/problem-error.js';
import { readDraft, writeDraft, type DraftPlace } from '../../../ui/form/drafts.js';
import { makeUpload, startUpload } from './upload.js';

export interface FileUpload {
  key: string;
  name: string;
  size: number;
  /** waiting: for the consent to the statement on provision of data. */
  state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed';
  sent: number;
  id: string | null;
  /** When it had arrived. */
  at?: number;
  error: unknown;
}

export type Uploads = ReturnType<typeof useUploads>;

/** Uploads that no request uses are deleted after a day; those of a draft are taken for gone a little before. */
const KEPT_MS = 23 * 3_600_000;

/**
 * Files on their way to a request that is still being written. Leaving the page stops them; the browser remembers how far they
 * were. Those that have arrived belong to the draft.
 */
export function useUploads(rules: View<'FormAttachments'> | undefined, draft: DraftPlace) {
  const place = { ...draft, name: `${draft.name}/files` };
  const { owner, name } = place;
  const [files, setFiles] = useState<FileUpload[]>(() => arrivedIn(readDraft(place)));
  const [consent, setConsent] = useState(false);
  const running = useRef(new Map<string, Upload>());
  const waiting = useRef(new Map<string, File>());
  useEffect(() => {
    const all = running.current;
    return () => all.forEach((upload) => void upload.abort());
  }, []);

  const arrived = files.filter((file) => file.id !== null);
  const ids = arrived.map((file) => file.id!);
  const kept = arrived.map(({ name, size, id, at }) => ({ name, size, id, at }));
  useEffect(() => {
    writeDraft({ owner, name }, kept.length ? kept : undefined);
    // What is kept of a file never changes.
  }, [owner, name, ids.join()]);

  const change = (key: string, changes: Partial<FileUpload>) =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...changes } : file)));

  const begin = (key: string, file: File, accept: boolean) => {
    const upload = makeUpload(file, accept, {
      progress: (sent) => change(key, { sent }),
      done: (id) => change(key, { state: 'done', id, sent: file.size, at: Date.now() }),
      failed: (error) => change(key, { state: 'failed', error }),
    });
    running.current.set(key, upload);
    change(key, { state: 'sending', error: null });
    void startUpload(upload);
  };

  const resume = (key: string) => {
    change(key, { state: 'sending', error: null });
    running.current.get(key)?.start();
  };
  // A lost connection that is back: nobody should have to watch for it.
  const goOn = useEffectEvent(() => {
    for (const { key, state, error } of files)
      if (state === 'failed' && hasCode(error, 'NETWORK')) resume(key);
  });
  useEffect(() => {
    const back = () => goOn();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, []);

  const accepted = rules?.dataStatementAccepted ?? true;
  return {
    files,
    rules,
    /** The statement has to be accepted before the first upload ever (SUP-044). */
    consentNeeded: !accepted,
    consent,
    /** Something has not arrived yet. */
    open: files.some((file) => file.state !== 'done'),
    ids,
    room: (rules?.maxFiles ?? 0) - files.length,
    add: (chosen: File[]) => {
      for (const file of chosen) {
        const key = newKey();
        const { name, size } = file;
        const state = accepted || consent ? 'sending' : 'waiting';
        setFiles((before) => [...before, { key, name, size, state, sent: 0, id: null, error: null }]);
        if (state === 'waiting') waiting.current.set(key, file);
        else begin(key, file, !accepted);
      }
    },
    setConsent: (given: boolean) => {
      setConsent(given);
      if (!given) return;
      waiting.current.forEach((file, key) => begin(key, file, true));
      waiting.current.clear();
    },
    pause: (key: string) => {
      void running.current.get(key)?.abort();
      change(key, { state: 'paused' });
    },
    resume,
    remove: (key: string) => {
      // What the server cannot forget now, it forgets by itself after a day.
      void running.current
        .get(key)
        ?.abort(true)
        .catch(() => undefined);
      running.current.delete(key);
      waiting.current.delete(key);
      setFiles((before) => before.filter((file) => file.key !== key));
    },
    reset: () => {
      running.current.clear();
      setFiles([]);
      // The form may be gone with its page before the effect above runs again.
      writeDraft(place, undefined);
    },
  };
}

function arrivedIn(kept: unknown): FileUpload[] {
  if (!Array.isArray(kept)) return [];
  return (kept as Required<Pick<FileUpload, 'name' | 'size' | 'id' | 'at'>>[])
    .filter(({ at }) => Date.now() - at < KEPT_MS)
    .map((file) => ({ ...file, key: newKey(), state: 'done', sent: file.size, error: null }));
}
