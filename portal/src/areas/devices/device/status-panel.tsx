import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Button } from '../../../ui/button.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Panel } from '../../../ui/panel.js';
import { StatusBadge, type Tone } from '../../../ui/status-badge.js';
import { DeviceStatus } from '../device-status.js';
import classes from '../devices.module.css';
import { OnlineState } from '../online-state.js';
import { useReasonText, useRemedyText } from '../use-reason-text.js';
import { remedies, type Device } from './kinds.js';
import type { Sending } from './use-send.js';

type Reason = View<'DeviceReasonView'>;
const tones: Record<Reason['severity'], Tone> = { problem: 'bad', attention: 'warn', info: 'neutral' };

interface StatusPanelProps {
  device: Device;
  /** null: no command can be given. */
  send: Sending | null;
  mayManage: boolean;
}

/** The state, every reason for it, and what helps against each (DEV-028). */
export function StatusPanel({ device, send, mayManage }: StatusPanelProps) {
  const t = useTexts('devices');
  return (
    <Panel title={t('status.title')}>
      <div className={classes.line}>
        <span role="status">
          <DeviceStatus device={device} />
        </span>
        {device.connected && <OnlineState device={device} />}
      </div>
      <Text mt="sm">{device.connected ? t(`meaning.${device.status}`) : t('disconnectedMeaning')}</Text>
      {device.reasons.length > 0 && (
        <ul className={`${classes.plain} ${classes.rows}`} aria-label={t('status.why')}>
          {device.reasons.map((reason) => (
            <ReasonRow key={reason.code} reason={reason}>
              <Remedy reason={reason} send={send} mayManage={mayManage} />
            </ReasonRow>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ReasonRow({ reason, children }: { reason: Reason; children: ReactNode }) {
  const t = useTexts('devices');
  const text = useReasonText()(reason);
  const remedy = useRemedyText()(reason);
  return (
    <li className={classes.reason}>
      <div>
        <div className={classes.reasonTitle}>
          <StatusBadge tone={tones[reason.severity]}>{t(`severity.${reason.severity}`)}</StatusBadge>
          <span dir="auto">{text}</span>
        </div>
        {text !== remedy && (
          <Text size="sm" mt={4}>
            {t('status.remedy')} <span dir="auto">{remedy}</span>
          </Text>
        )}
      </div>
      {children}
    </li>
  );
}

/** Where the portal can do what helps, it is one press away. */
function Remedy({
  reason: { code },
  send,
  mayManage,
}: Omit<StatusPanelProps, 'device'> & { reason: Reason }) {
  const t = useTexts('devices');
  const kind = remedies[code];
  if (kind && send?.offered.includes(kind))
    return (
      <Button variant="light" busy={send.busy === kind} onClick={() => send.send(kind)}>
        {t(`kind.${kind}`)}
      </Button>
    );
  if (mayManage && (code === 'DISCONNECTED' || code === 'QUARANTINED'))
    return (
      <LinkButton variant="light" to="/devices/connect">
        {t('connect.again')}
      </LinkButton>
    );
  return null;
}
