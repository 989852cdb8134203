import { queryOptions } from '@tanstack/react-query';
import { api, ask, type View } from '../../api/client.js';
import type { ListSource } from '../../ui/use-list.js';

export type License = View<'LicenseView'>;
export type Seat = View<'SeatView'>;

export const filters = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const;
export type Filter = (typeof filters)[number];
export type Sort = 'expiresAt' | '-expiresAt';

/** Seats change with every activation, and with them the count that a license shows. */
export const withSeats = { live: ['seat'] };

export interface Shown {
  status: Filter;
  sort: Sort;
}

/** What the address asks for (LIC-065). */
export const shownIn = (address: URLSearchParams): Shown => ({
  status: filters.find((filter) => filter === address.get('status')) ?? 'all',
  sort: address.get('sort') === '-expiresAt' ? '-expiresAt' : 'expiresAt',
});

export const licenseList = ({ status, sort }: Shown): ListSource<License> => ({
  key: ['license', 'list', { status, sort }],
  read: (cursor) =>
    ask(api.GET('/licenses', { params: { query: { status, sort, ...(cursor ? { cursor } : {}) } } })),
  meta: withSeats,
});

export const licenseQuery = (id: string) =>
  queryOptions({
    queryKey: ['license', id],
    queryFn: () => ask(api.GET('/licenses/{id}', { params: { path: { id } } })),
    meta: withSeats,
  });
