import type { Tone } from '../../ui/status-badge.js';

/** What can be wrong or new, each read by a request of its own, so that one failing leaves the others. */
export const subjects = [
  'blocked',
  'expired',
  'expiring',
  'notActivated',
  'problem',
  'attention',
  'awaitingReply',
  'unread',
] as const;
export type Subject = (typeof subjects)[number];

/** One thing that somebody should look at. */
export interface Concern {
  id: string;
  /** Where to do something about it. */
  to: string;
  /** Whatever names it: a product, a device, a subject. */
  name: string;
  /** Besides the name: a number, or what to do about a device. */
  note?: string;
  /** When it came, or when it ends: which of both, the subject says. */
  time?: string;
}

/** Of one subject: the first few, and whether there are more. */
export interface Concerns {
  items: Concern[];
  more: boolean;
}

export const tones: Record<Subject, Tone> = {
  blocked: 'bad',
  expired: 'bad',
  expiring: 'warn',
  notActivated: 'neutral',
  problem: 'bad',
  attention: 'warn',
  awaitingReply: 'warn',
  unread: 'busy',
};

/** The whole list that the concerns are the beginning of. */
export const listOf: Record<Subject, string> = {
  blocked: '/licenses?status=blocked',
  expired: '/licenses?status=expired',
  expiring: '/licenses?status=active',
  notActivated: '/licenses?status=not_activated',
  problem: '/devices?show=problem',
  attention: '/devices?show=attention',
  awaitingReply: '/requests?status=awaiting_reply',
  unread: '/notifications',
};
