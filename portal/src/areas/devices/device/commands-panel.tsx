import { Text, VisuallyHidden } from '@mantine/core';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Columns } from '../../../ui/columns.js';
import { Button } from '../../../ui/button.js';
import { LoadMore } from '../../../ui/load-more.js';
import { Panel } from '../../../ui/panel.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { QueryView } from '../../../ui/query-view.js';
import classes from '../devices.module.css';
import { CommandItem } from './command-item.js';
import type { Device } from './kinds.js';
import type { useCommands } from './use-commands.js';
import type { Sending } from './use-send.js';

interface CommandsPanelProps {
  device: Device;
  commands: ReturnType<typeof useCommands>;
  /** null: no command can be given. */
  send: Sending | null;
  mayManage: boolean;
}

/** What the device can be told to do, and what has become of what it was told (DEV-024 … DEV-036). */
export function CommandsPanel({ device, commands, send, mayManage }: CommandsPanelProps) {
  const t = useTexts('devices');
  const newest = commands.data?.[0];
  return (
    <Panel title={t('command.title')}>
      {send && <Orders device={device} send={send} />}
      <VisuallyHidden role="status">
        {newest && t('command.said', { kind: t(`kind.${newest.kind}`), state: t(`state.${newest.state}`) })}
      </VisuallyHidden>
      <QueryView
        query={commands}
        isEmpty={(items) => items.length === 0}
        empty={<Text c="dimmed">{t('command.none')}</Text>}
      >
        {(items) => (
          <>
            <ul className={`${classes.plain} ${classes.rows}`} aria-label={t('command.list')}>
              {items.map((command) => (
                <CommandItem key={command.id} command={command} mayCancel={mayManage} />
              ))}
            </ul>
            <LoadMore list={commands} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}

function Orders({ device, send }: { device: Device; send: Sending }) {
  const t = useTexts('devices');
  return (
    <div className={classes.orders} data-print="no">
      <Text mb="md" c="dimmed">
        {device.online ? t('command.online') : t('command.offline')}
      </Text>
      <Columns least="14rem">
        {send.offered.map((kind) => (
          <div key={kind} className={classes.order}>
            <Button
              variant="default"
              busy={send.busy === kind}
              aria-describedby={`about-${kind}`}
              onClick={() => send.send(kind)}
            >
              {t(`kind.${kind}`)}
            </Button>
            <Text size="sm" c="dimmed" id={`about-${kind}`}>
              {t(`about.${kind}`)}
            </Text>
          </div>
        ))}
      </Columns>
      {send.refused.map((kind) => (
        <Text key={kind} size="sm" mt="sm">
          {t('command.refused', { kind: t(`kind.${kind}`) })}
        </Text>
      ))}
      {send.error !== null && <ProblemNotice error={send.error} />}
    </div>
  );
}
