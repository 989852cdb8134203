import { api, ask, type View } from '../../api/client.js';
import type { Concern, Concerns, Subject } from './concern.js';

const SHOWN = 4;
const SOON_MS = 30 * 86_400_000;
type LicenseState = 'active' | 'blocked' | 'expired' | 'not_activated';

/** How the concerns of each subject are read, and the noun of the live changes that touch it. */
export const sources: Record<Subject, { noun: string; read: () => Promise<Concerns> }> = {
  blocked: { noun: 'license', read: () => licenses('blocked') },
  expired: { noun: 'license', read: () => licenses('expired', '-expiresAt') },
  expiring: { noun: 'license', read: () => licenses('active').then(endingSoon) },
  notActivated: { noun: 'license', read: () => licenses('not_activated') },
  problem: { noun: 'device', read: () => devices('problem') },
  attention: { noun: 'device', read: () => devices('attention') },
  awaitingReply: { noun: 'request', read: requests },
  unread: { noun: 'notification', read: notifications },
};

async function licenses(status: LicenseState, sort: 'expiresAt' | '-expiresAt' = 'expiresAt') {
  const query = { status, sort, limit: SHOWN };
  const page = await ask(api.GET('/licenses', { params: { query } }));
  // A time is told where it is what matters; a blocked license that ends in a year is no question of time.
  const timed = status === 'active' || status === 'expired';
  return toConcerns(page, ({ id, product, serialNumber, expiresAt }: View<'LicenseView'>) => ({
    id,
    to: `/licenses/${id}`,
    name: product.name,
    note: serialNumber,
    ...(timed ? { time: expiresAt } : {}),
  }));
}

/** The list comes with the first to expire first: if the last one read ends soon, more of them may. */
function endingSoon({ items, more }: Concerns): Concerns {
  const soon = items.filter(({ time }) => Date.parse(time!) < Date.now() + SOON_MS);
  return { items: soon, more: more && soon.length === items.length };
}

async function devices(status: 'problem' | 'attention') {
  const query = { status, connected: true, limit: SHOWN };
  const page = await ask(api.GET('/devices', { params: { query } }));
  return toConcerns(page, ({ id, name, reasons }: View<'DeviceView'>) => ({
    id,
    to: `/devices/${id}`,
    name,
    // The worst comes first; its page has all of them.
    note: reasons[0]?.remedy,
  }));
}

async function requests() {
  const query = { author: 'me', status: 'awaiting_reply', limit: SHOWN } as const;
  const page = await ask(api.GET('/requests', { params: { query } }));
  return toConcerns(page, ({ id, subject, number, updatedAt }: View<'RequestView'>) => ({
    id,
    to: `/requests/${id}`,
    name: subject,
    note: number,
    time: updatedAt,
  }));
}

async function notifications() {
  const query = { unread: true, limit: SHOWN };
  const page = await ask(api.GET('/notifications', { params: { query } }));
  return toConcerns(page, ({ id, title, createdAt }: View<'NotificationView'>) => ({
    id,
    to: '/notifications',
    name: title,
    time: createdAt,
  }));
}

const toConcerns = <Item>(
  page: { items: Item[]; nextCursor: string | null },
  concernOf: (item: Item) => Concern,
): Concerns => ({ items: page.items.map(concernOf), more: page.nextCursor !== null });
