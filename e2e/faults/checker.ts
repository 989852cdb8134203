/**
 * The checker that compares the ledgers. Pure, so that a spec proves that each of its rules can fail.
 */
import { ofEvents } from './event-rules.js';
import { groupBy } from './group-by.js';
import {
  type Answer,
  isAcknowledged,
  isFull,
  isSettled,
  isWished,
  isWrite,
  type Ledgers,
  LONGEST_ANSWER,
  type Operation,
  succeeded,
} from './ledger.js';

/** A service's pool and the relay's session: so many connections to Postgres it may have, whatever it had before. */
const MOST_SESSIONS = 10 + 1;
/** Of others, what comes and goes by itself. */
const OTHERS = 3;
/** A heap that has grown under load is given back when the engine likes: MiB that are no leak, beyond half as much again. */
const MEMORY = 100;

/**
 * Everything that must not be, one line each; none: the run holds.
 * @param poison message ids that the run itself has put in, the only ones that may become dead letters
 */
export function violations(l: Ledgers, poison: ReadonlySet<string> = new Set()): string[] {
  return [writes(l), answers(l), isolation(l), ofEvents(l, poison), seats(l), footprints(l)].flat();
}

function writes({ told, held }: Ledgers): string[] {
  const rows = groupBy(held, (h) => h.op);
  return told.filter(isWrite).flatMap((o) => {
    const stored = rows.get(o.op) ?? [];
    const ids = [...new Set(o.answers.filter(succeeded).map((a) => a.id))];
    return [
      ...(isAcknowledged(o) && stored.length === 0
        ? [`lost: ${o.op} was acknowledged and is not there`]
        : []),
      ...(stored.length > 1 ? [`doubled: ${o.op} is there ${stored.length} times`] : []),
      ...(ids.length > 1 ? [`repeated: ${o.op} was answered with ${ids.join(' and ')}`] : []),
      ...(ids.length && stored.length && ids[0] !== stored[0]!.id
        ? [`other: ${o.op} was told ${ids[0]}, ${stored[0]!.id} is there`]
        : []),
      ...(o.keyed && !isSettled(o)
        ? [`given up: ${o.op} never succeeded (${o.answers.map((a) => a.status).join(' ')})`]
        : []),
    ];
  });
}

/** Every request ends in time, with success or with a problem that says what to do. */
function answers({ told, absences }: Ledgers): string[] {
  return told.flatMap((o) =>
    o.answers.flatMap((a) => {
      const took = Math.round(a.ended - a.began);
      const what = `${o.op} was answered ${a.status} ${a.code ?? ''} after ${took} ms`;
      return [
        ...(took > LONGEST_ANSWER ? [`late: ${what}`] : []),
        ...(isUnderstandable(a, o, absences) ? [] : [`strange: ${what}`]),
        ...(a.status === 503 && !/^[1-9]\d*$/.test(a.retryAfter ?? '') ? [`no Retry-After: ${what}`] : []),
      ];
    }),
  );
}

function isUnderstandable(a: Answer, o: Operation, absences: Ledgers['absences']): boolean {
  if (a.status === 0) return absences.some(({ from, to }) => a.began <= to && a.ended >= from);
  if (a.status === 503) return a.code === 'UNAVAILABLE';
  if (a.status === 504) return a.code === 'DEADLINE_EXCEEDED';
  if (a.status === 409 && !isFull(a, o)) return o.keyed && a.code === 'IDEMPOTENCY_IN_PROGRESS';
  return isWished(a, o) && (a.status !== 404 || a.code === 'NOT_FOUND');
}

function isolation({ sights, aggregates }: Ledgers): string[] {
  const owners = new Map(aggregates.map((a) => [a.id, a.company]));
  return sights.flatMap(({ company, ids }) =>
    ids
      .filter((id) => owners.get(id) !== company)
      .map((id) => `leaked: ${company} saw ${id} of ${owners.get(id)}`),
  );
}

const seats = (l: Ledgers): string[] =>
  l.seats
    .filter(({ sold, taken }) => taken > sold)
    .map(
      ({ license, sold, taken }) => `oversold: ${taken} devices have a seat of ${license}, which has ${sold}`,
    );

/** What a fault made a process take, it has given back. */
function footprints({ before, after }: Ledgers): string[] {
  return before.flatMap((was) => {
    const is = after.find(({ name }) => name === was.name);
    if (!is) return [`gone: ${was.name} does not run`];
    const most = {
      bus: was.bus,
      database: Math.max(was.database, MOST_SESSIONS),
      other: was.other + OTHERS,
      memory: was.memory * 1.5 + MEMORY,
    };
    return (['bus', 'database', 'other', 'memory'] as const).flatMap((what) =>
      is[what] > most[what]
        ? [`footprint: ${was.name} has ${is[what]} of ${what}, after ${was[what]} before the fault`]
        : [],
    );
  });
}
