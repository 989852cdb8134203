import { useTexts } from '../../shell/i18n/use-texts.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import type { License } from './license-queries.js';

const tones: Record<License['status'], Tone> = {
  active: 'good',
  not_activated: 'neutral',
  expired: 'bad',
  blocked: 'bad',
  under_verification: 'busy',
  superseded: 'neutral',
};

export function LicenseStatus({ status }: { status: License['status'] }) {
  const t = useTexts('licenses');
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
