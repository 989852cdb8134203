import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';

type Device = View<'DeviceView'>;

const tones: Record<Device['status'], Tone> = {
  protected: 'good',
  attention: 'warn',
  problem: 'bad',
  busy: 'busy',
  unknown: 'neutral',
};

/** How a device is, as an icon with a short text (DEV-028). */
export function DeviceStatus({ device }: { device: Pick<Device, 'status' | 'connected'> }) {
  const t = useTexts('devices');
  return (
    <StatusBadge tone={tones[device.status]}>
      {device.connected ? t(`status.${device.status}`) : t('disconnected')}
    </StatusBadge>
  );
}
