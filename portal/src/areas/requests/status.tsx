import { useTexts } from '../../shell/i18n/use-texts.js';
import { requestTones, type RequestStatus } from '../../ui/request-status.js';
import { StatusBadge } from '../../ui/status-badge.js';

export function Status({ status }: { status: RequestStatus }) {
  const t = useTexts('requests');
  return <StatusBadge tone={requestTones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
