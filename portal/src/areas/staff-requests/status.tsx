import type { View } from '../../api/client.js';
import { useTexts } from '../../shell/i18n/use-texts.js';
import { requestTones, type RequestStatus } from '../../ui/request-status.js';
import { StatusBadge } from '../../ui/status-badge.js';

export function Status({ status }: { status: RequestStatus }) {
  const t = useTexts('staff-requests');
  return <StatusBadge tone={requestTones[status]}>{t(`status.${status}`)}</StatusBadge>;
}

/** What support may make of an open request (SUP-073), as the service checks it; final ones last. */
export function nextStatuses({ status, category }: Pick<View<'StaffRequestView'>, 'status' | 'category'>) {
  const next: RequestStatus[] = ['awaiting_reply', 'solution_provided', 'in_progress'];
  if (status === 'solution_provided') next.push('closed');
  if (status === 'awaiting_reply' || status === 'solution_provided') next.push('resolved_no_information');
  if (category === 'threat_portal') next.push('closed_redirected');
  next.push('cancelled_by_specialist', 'cancelled_expired');
  return next;
}

const open: readonly RequestStatus[] = ['in_progress', 'awaiting_reply', 'solution_provided'];
export const isFinal = (status: RequestStatus): boolean => !open.includes(status);
