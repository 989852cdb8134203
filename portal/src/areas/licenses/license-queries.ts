import { queryOptions } from '@tanstack/react-query';
import { api, ask, type View } from '../../api/client.js';

export type License = View<'LicenseView'>;
export type Seat = View<'SeatView'>;

export const filters = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const;
export type Filter = (typeof filters)[number];
export type Sort = 'expiresAt' | '-expiresAt';

/** Seats change with every activation, and with them the count that a license shows. */
export const withSeats = { live: ['seat'] };

export const licenseQuery = (id: string) =>
  queryOptions({
    queryKey: ['license', id],
    queryFn: () => ask(api.GET('/licenses/{id}', { params: { path: { id } } })),
    meta: withSeats,
  });
