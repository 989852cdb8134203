import { Loader, Text } from '@mantine/core';
import type { View } from '../../../api/client.js';
import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Panel } from '../../../ui/panel.js';
import { TextLink } from '../../../ui/text-link.js';
import { DeviceStatus } from '../device-status.js';
import classes from '../devices.module.css';

interface JoinedPanelProps {
  devices: View<'DeviceView'>[];
  uses: number;
  waiting: boolean;
  expired: boolean;
}

/** Notices by itself who has joined, and says so aloud. */
export function JoinedPanel({ devices, uses, waiting, expired }: JoinedPanelProps) {
  const t = useTexts('devices');
  return (
    <Panel title={t('joined.title')}>
      <div role="status">
        {devices.map((device) => (
          <div key={device.id} className={classes.name}>
            <Text span>{t('joined.device', { name: device.name })}</Text>
            <DeviceStatus device={device} />
            <TextLink to={`/devices/${device.id}`} aria-label={t('joined.openOf', { name: device.name })}>
              {t('joined.open')}
            </TextLink>
          </div>
        ))}
        {waiting && (
          <div className={classes.name}>
            <Loader size={16} aria-hidden />
            {uses === 1 ? t('joined.waiting') : t('joined.more', { count: uses - devices.length })}
          </div>
        )}
        {expired && <Text>{t('joined.expired')}</Text>}
      </div>
    </Panel>
  );
}
