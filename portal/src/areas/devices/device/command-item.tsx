import { useQueryClient } from '@tanstack/react-query';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { api, ask } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Button } from '../../../ui/button.js';
import { ProgressLine } from '../../../ui/progress-line.js';
import { StatusBadge, type Tone } from '../../../ui/status-badge.js';
import { useFailure } from '../../../ui/use-failure.js';
import { When } from '../../../ui/when.js';
import classes from '../devices.module.css';
import { CommandPromise } from './command-promise.js';
import { CommandResult } from './command-result.js';
import { CommandTimeline } from './command-timeline.js';
import { isOpen, type Command } from './kinds.js';

const tones: Record<Command['state'], Tone> = {
  queued: 'neutral',
  delivered: 'busy',
  running: 'busy',
  succeeded: 'good',
  failed: 'bad',
  rejected: 'bad',
  expired: 'warn',
  timed_out: 'warn',
  cancelling: 'busy',
  cancelled: 'neutral',
  superseded: 'neutral',
};

/** One command: where it is, what was promised, how far it is, and how it got there. */
export function CommandItem({ command, mayCancel }: { command: Command; mayCancel: boolean }) {
  const t = useTexts('devices');
  const open = isOpen(command);
  const kind = t(`kind.${command.kind}`);
  return (
    <li className={classes.command}>
      <div className={classes.line}>
        <Text fw={600}>{kind}</Text>
        <StatusBadge tone={tones[command.state]}>{t(`state.${command.state}`)}</StatusBadge>
        <span className={classes.quiet}>
          <When time={command.createdAt} />
        </span>
        {mayCancel && open && command.state !== 'cancelling' && <Cancel command={command} kind={kind} />}
      </div>
      {open ? <CommandPromise command={command} /> : <CommandResult command={command} />}
      {open && command.progress !== null && (
        <ProgressLine label={t('command.progress', { kind })} part={command.progress / 100} />
      )}
      <CommandTimeline command={command} />
    </li>
  );
}

function Cancel({ command, kind }: { command: Command; kind: string }) {
  const t = useTexts('devices');
  const client = useQueryClient();
  const tell = useFailure();
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    try {
      await ask(api.POST('/commands/{id}/cancel', { params: { path: { id: command.id } } }));
    } catch (error) {
      tell(error);
    }
    // It may have ended in between, which a refusal says and the list then shows.
    await client.invalidateQueries({ queryKey: ['command', command.deviceId] });
    setBusy(false);
  };
  return (
    <Button
      size="xs"
      variant="default"
      busy={busy}
      aria-label={t('command.cancelOf', { kind })}
      onClick={() => void cancel()}
    >
      {t('command.cancel')}
    </Button>
  );
}
