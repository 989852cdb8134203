import type { View } from '../api/client.js';
import type { Tone } from './status-badge.js';

export type RequestStatus = View<'RequestView'>['status'];

/** How a request's status looks, to customers and to staff; what it is called there is each area's own. */
export const requestTones: Record<RequestStatus, Tone> = {
  in_progress: 'busy',
  awaiting_reply: 'warn',
  solution_provided: 'good',
  resolved_no_information: 'neutral',
  closed: 'neutral',
  closed_redirected: 'neutral',
  cancelled_by_specialist: 'bad',
  cancelled_by_user: 'neutral',
  cancelled_expired: 'bad',
};

export const requestStatuses = Object.keys(requestTones) as RequestStatus[];
