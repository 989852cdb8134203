export interface NewActivation {
  id: string;
  licenseId: string;
  entryId: string;
  /** Used only if the device has no seat yet. */
  seatId: string;
  fingerprintHash: Buffer;
  productId: string;
  applicationVersion: string;
  deviceName: string;
  tokenHash: Buffer;
}

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

/** What the statement answers for each request: `n` counts from 1. */
export interface SeatResult {
  n: number;
  /** Of the activation; null when the device got no seat. */
  id: string | null;
  version: number;
  /** Without a seat: true when every seat of the license exists; false when another transaction created the same seat. */
  full: boolean | null;
}

/**
 * Gives each device the seat that it has, else a free one, else one that was never taken: a row above the last, which the
 * license's limit allows or not (EDG-001). Of two transactions that create the same row the second waits for the first
 * and then creates none, so it has to try again. Rows are created in one order, which rules out deadlocks.
 */
const take = (locking: string): string => `
  with request as materialized (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::uuid[], $7::text[], $8::bytea[], $9::text[])
      with ordinality as r (id, license_id, entry_id, seat_id, fingerprint_hash, product_id, version, token_hash, device_name, n)
  ), existing_seat as materialized (
    select r.n, s.id as seat_id
      from request r join seat s on s.license_id = r.license_id and s.fingerprint_hash = r.fingerprint_hash
  ), needs_seat as materialized (
    select r.*, row_number() over (partition by r.license_id order by r.n) as nth
      from request r where not exists (select from existing_seat e where e.n = r.n)
  ), demand as (
    select license_id, max(nth) as seats from needs_seat group by license_id
  ), free_seat as materialized (
    select f.license_id, f.slot, row_number() over (partition by f.license_id order by f.slot) as nth
      from demand cross join lateral (
        select s.license_id, s.slot from seat s
         where s.license_id = demand.license_id and s.id is null
         order by s.slot limit demand.seats for update ${locking}) as f
  ), reused_seat as (
    update seat s set id = w.seat_id, fingerprint_hash = w.fingerprint_hash, device_name = w.device_name
      from needs_seat w join free_seat f on f.license_id = w.license_id and f.nth = w.nth
     where s.license_id = f.license_id and s.slot = f.slot
    returning s.id as seat_id
  ), unmet as (
    select w.*, row_number() over (partition by w.license_id order by w.nth) as more
      from needs_seat w
     where not exists (select from free_seat f where f.license_id = w.license_id and f.nth = w.nth)
  ), new_seat as (
    insert into seat (license_id, slot, seat_limit, id, fingerprint_hash, device_name)
    select u.license_id, top.slot + u.more, l.seats, u.seat_id, u.fingerprint_hash, u.device_name
      from unmet u join license l on l.id = u.license_id
     cross join lateral (
       select coalesce(max(s.slot), 0) as slot from seat s where s.license_id = u.license_id) as top
     where top.slot + u.more <= l.seats
     order by u.license_id, u.more
        on conflict do nothing
    returning id as seat_id
  ), assigned as (
    select n, seat_id from existing_seat
     union all
    select w.n, w.seat_id from needs_seat w
     where w.seat_id in (select seat_id from reused_seat union all select seat_id from new_seat)
  ), activated as (
    insert into activation as a
           (id, license_id, entry_id, seat_id, fingerprint_hash, product_id, application_version, token_hash)
    select r.id, r.license_id, r.entry_id, assigned.seat_id, r.fingerprint_hash, r.product_id, r.version, r.token_hash
      from request r join assigned on assigned.n = r.n
        on conflict (license_id, fingerprint_hash, product_id) where ended_at is null
        do update set token_hash = excluded.token_hash, entry_id = excluded.entry_id,
                      application_version = excluded.application_version, version = a.version + 1
    returning a.id, a.version, a.license_id, a.fingerprint_hash
  )
  select r.n::int, activated.id, activated.version,
         case when activated.id is null then
           (select max(s.slot) from seat s where s.license_id = r.license_id) >=
           (select l.seats from license l where l.id = r.license_id) end as "full"
    from request r
    left join activated on activated.license_id = r.license_id and activated.fingerprint_hash = r.fingerprint_hash`;

/** Skips seats that other transactions hold. */
export const TAKE_UNLOCKED_SEATS = take('skip locked');
/** Waits for seats that other transactions hold: one that fails gives its own back. */
export const TAKE_ANY_SEATS = take('');
