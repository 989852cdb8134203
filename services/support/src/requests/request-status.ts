import { activeStatuses, inactiveStatuses, requestStatuses } from '@tessera/contracts';
import type { RequestCategory, RequestStatus, StatusFilter } from '@tessera/contracts';

const active: readonly RequestStatus[] = activeStatuses;

/** A final request takes no message and no other status (SUP-071, CON-20). */
export const isFinal = (status: RequestStatus): boolean => !active.includes(status);

/** The statuses that a filter of a list stands for. */
export function statusesOf(filter: StatusFilter): readonly RequestStatus[] {
  if (filter === 'active') return activeStatuses;
  if (filter === 'inactive') return inactiveStatuses;
  return requestStatuses.filter((s) => s === filter);
}

/**
 * What support may make of an open request (SUP-073). Between the three active statuses every step is allowed, because
 * each leads over "in progress", which an answer passes without stopping there.
 */
export function supportMaySet(from: RequestStatus, to: RequestStatus, category: RequestCategory): boolean {
  switch (to) {
    case 'in_progress':
    case 'awaiting_reply':
    case 'solution_provided':
    case 'cancelled_by_specialist':
    case 'cancelled_expired':
      return true;
    case 'closed':
      return from === 'solution_provided';
    case 'resolved_no_information':
      return from === 'awaiting_reply' || from === 'solution_provided';
    case 'closed_redirected':
      return category === 'threat_portal';
    case 'cancelled_by_user':
      return false;
  }
}
