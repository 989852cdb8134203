import { useTexts } from '../../shell/i18n/use-texts.js';
import { requestTones, type RequestStatus as Status } from '../../ui/request-status.js';
import { StatusBadge } from '../../ui/status-badge.js';

export function RequestStatus({ status }: { status: Status }) {
  const t = useTexts('staff-customers');
  return <StatusBadge tone={requestTones[status]}>{t(`requestStatus.${status}`)}</StatusBadge>;
}
