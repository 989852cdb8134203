import type { StaffRole } from '../access.js';

/** SUP-029: exactly five. */
export const requestCategories = [
  'technical',
  'portal',
  'feedback',
  'threat_portal',
  'apns_certificate',
] as const;
export type RequestCategory = (typeof requestCategories)[number];

/** Statuses in which a conversation goes on. */
export const activeStatuses = ['in_progress', 'awaiting_reply', 'solution_provided'] as const;
/** Final statuses: a request in one of them takes no message and never opens again (SUP-071, CON-20). */
export const inactiveStatuses = [
  'resolved_no_information',
  'closed',
  'closed_redirected',
  'cancelled_by_specialist',
  'cancelled_by_user',
  'cancelled_expired',
] as const;
export const requestStatuses = [...activeStatuses, ...inactiveStatuses] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What a list can be filtered by: one status, or one of the two groups. */
export const statusFilters = [...requestStatuses, 'active', 'inactive'] as const;
export type StatusFilter = (typeof statusFilters)[number];

export const supportLevels = ['standard', 'premium'] as const;
export type SupportLevel = (typeof supportLevels)[number];

export const feedbackTypes = ['thanks', 'complaint'] as const;
export type FeedbackType = (typeof feedbackTypes)[number];

/** The vendor's people who work on requests. */
export const supportRoles = [
  'support-agent',
  'support-lead',
  'platform-admin',
] as const satisfies StaffRole[];

/** SUP-045: 3 files of up to 4 GB, on a request and on each message. */
export const MAX_ATTACHMENTS = 3;
export const MAX_ATTACHMENT_BYTES = 4 * 1024 ** 3;
