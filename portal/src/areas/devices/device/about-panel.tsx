import { useTexts } from '../../../shell/i18n/use-texts.js';
import { Facts } from '../../../ui/facts.js';
import { Panel } from '../../../ui/panel.js';
import { When } from '../../../ui/when.js';
import { DeviceName } from './device-name.js';
import type { Device } from './kinds.js';

export function AboutPanel({
  device,
  etag,
  mayManage,
}: {
  device: Device;
  etag: string;
  mayManage: boolean;
}) {
  const t = useTexts('devices');
  return (
    <Panel title={t('about.title')}>
      <Facts
        items={[
          {
            label: t('fact.name'),
            value: mayManage ? <DeviceName device={device} etag={etag} /> : device.name,
          },
          { label: t('fact.platform'), value: t(`platform.${device.platform}`) },
          { label: t('fact.account'), value: device.connected ? t('connected') : t('disconnected') },
          {
            label: t('fact.lastSeen'),
            value: device.lastSeenAt ? <When time={device.lastSeenAt} /> : t('neverSeen'),
          },
        ]}
      />
    </Panel>
  );
}
