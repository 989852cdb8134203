import type { NewActivation } from './activations.repository.js';

/** The parameters of the statement: an array of each, in this order. */
export const COLUMNS = [
  'id',
  'licenseId',
  'entryId',
  'seatId',
  'fingerprintHash',
  'productId',
  'applicationVersion',
  'tokenHash',
  'deviceName',
] as const satisfies (keyof NewActivation)[];

/** What the statement answers for each activation: `n` counts from 1. */
export interface Look {
  n: number;
  /** Null when it got no seat. */
  id: string | null;
  version: number;
  /** Then: whether all seats of the license are made; if not, another one made the same at this time. */
  full: boolean | null;
}

/**
 * Gives each device its seat, else a free one, else one that was never taken before: a row above the last, which the
 * license's limit allows or not (EDG-001). Of two transactions that make the same row the second waits for the first and
 * then makes none, so it has to look again. Rows are made in one order, so that none wait for each other crosswise.
 */
const take = (locking: string): string => `
  with asked as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::uuid[], $7::text[], $8::bytea[], $9::text[])
      with ordinality as a (id, license_id, entry_id, seat_id, fingerprint_hash, product_id, version, token_hash, device_name, n)
  ), mine as materialized (
    select a.n, s.id as seat_id
      from asked a join seat s on s.license_id = a.license_id and s.fingerprint_hash = a.fingerprint_hash
  ), wanting as materialized (
    select a.*, row_number() over (partition by a.license_id order by a.n) as nth
      from asked a where not exists (select from mine where mine.n = a.n)
  ), wanted as (
    select license_id, max(nth) as seats from wanting group by license_id
  ), free as materialized (
    select f.license_id, f.slot, row_number() over (partition by f.license_id order by f.slot) as nth
      from wanted cross join lateral (
        select s.license_id, s.slot from seat s
         where s.license_id = wanted.license_id and s.id is null
         order by s.slot limit wanted.seats for update ${locking}) as f
  ), again as (
    update seat s set id = w.seat_id, fingerprint_hash = w.fingerprint_hash, device_name = w.device_name
      from wanting w join free f on f.license_id = w.license_id and f.nth = w.nth
     where s.license_id = f.license_id and s.slot = f.slot
    returning s.id as seat_id
  ), missing as (
    select w.*, row_number() over (partition by w.license_id order by w.nth) as more
      from wanting w where not exists (select from free f where f.license_id = w.license_id and f.nth = w.nth)
  ), made as (
    insert into seat (license_id, slot, seat_limit, id, fingerprint_hash, device_name)
    select m.license_id, top.slot + m.more, l.seats, m.seat_id, m.fingerprint_hash, m.device_name
      from missing m join license l on l.id = m.license_id
     cross join lateral (
       select coalesce(max(s.slot), 0) as slot from seat s where s.license_id = m.license_id) as top
     where top.slot + m.more <= l.seats
     order by m.license_id, m.more
        on conflict do nothing
    returning id as seat_id
  ), seated as (
    select n, seat_id from mine
     union all
    select w.n, w.seat_id from wanting w
     where w.seat_id in (select seat_id from again union all select seat_id from made)
  ), done as (
    insert into activation as a
           (id, license_id, entry_id, seat_id, fingerprint_hash, product_id, application_version, token_hash)
    select o.id, o.license_id, o.entry_id, seated.seat_id, o.fingerprint_hash, o.product_id, o.version, o.token_hash
      from asked o join seated on seated.n = o.n
        on conflict (license_id, fingerprint_hash, product_id) where ended_at is null
        do update set token_hash = excluded.token_hash, entry_id = excluded.entry_id,
                      application_version = excluded.application_version, version = a.version + 1
    returning a.id, a.version, a.license_id, a.fingerprint_hash
  )
  select o.n::int, done.id, done.version,
         case when done.id is null then
           (select max(s.slot) from seat s where s.license_id = o.license_id) >=
           (select l.seats from license l where l.id = o.license_id) end as "full"
    from asked o left join done on done.license_id = o.license_id and done.fingerprint_hash = o.fingerprint_hash`;

/** Passes by the seats that are being taken at the moment. */
export const TAKE_FREE = take('skip locked');
/** Waits for them: a transaction that fails gives its own back. */
export const TAKE_ANY = take('');
