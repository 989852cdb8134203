/**
 * The three ledgers of a fault run, and the checker that compares them: what clients were told, what Postgres holds,
 * what consumers did. Pure, so that a spec proves that each of its rules can fail.
 */

/** One answer to one request of a client; times in milliseconds of one clock. */
export interface Answer {
  began: number;
  ended: number;
  /** 0: the connection ended without an answer. */
  status: number;
  /** Of a problem document; null where the answer is none. */
  code: string | null;
  retryAfter: string | null;
  /** Of the resource that the answer is about. */
  id: string | null;
}

/** `foreign`: a read of another company's resource, which must look as if it did not exist. */
export type Kind = 'request' | 'message' | 'license' | 'read' | 'foreign';

export interface Operation {
  /** Made by the client, and found again in what Postgres holds. */
  op: string;
  kind: Kind;
  company: string;
  /** With an Idempotency-Key, and repeated until it succeeds. */
  keyed: boolean;
  answers: Answer[];
}

export interface Ledgers {
  told: Operation[];
  /** What a reader's lists showed to its company. */
  sights: { company: string; ids: string[] }[];
  held: { op: string; id: string; aggregateId: string }[];
  /** Every aggregate, also those of no operation. */
  aggregates: { id: string; company: string; version: number }[];
  /** All outbox rows of all services, each service's in the order of its sequence. */
  events: { id: string; subject: string; aggregateId: string; version: number; published: boolean }[];
  heard: { consumer: string; messageId: string }[];
  effects: { kind: 'notification' | 'mail'; about: string }[];
  /** What arrived in mailboxes. */
  mails: { about: string; messageId: string }[];
  deadLetters: { consumer: string; messageId: string | null }[];
}

/** The gateway's budget for a request, and what the way back may cost (spec/reliability.md); milliseconds. */
export const LONGEST_ANSWER = 6_000 + 100;

/** What an operation leaves in the outbox, and who hears it. */
const REGISTERED = 'evt.support.request.registered.v1';
const CHANGED = 'evt.support.request.changed.v1';
const ADDED = 'evt.licensing.license.added.v1';
const consumers: Record<string, string> = {
  [REGISTERED]: 'notifications_request-registered-v1',
  [ADDED]: 'notifications_license-added-v1',
};

const succeeded = (a: Answer): boolean => a.status >= 200 && a.status < 300;
export const isAcknowledged = (o: Operation): boolean => o.answers.some(succeeded);
export const isWrite = (o: Operation): boolean => o.kind !== 'read' && o.kind !== 'foreign';

/**
 * Everything that must not be, one line each; none: the run holds.
 * @param poison message ids that the run itself has put in, the only ones that may become dead letters
 */
export function violations(l: Ledgers, poison: ReadonlySet<string> = new Set()): string[] {
  return [
    writes(l),
    answers(l),
    isolation(l),
    outbox(l),
    versions(l),
    consequences(l),
    deadLetters(l, poison),
  ].flat();
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
      ...(o.keyed && !isAcknowledged(o)
        ? [`given up: ${o.op} never succeeded (${o.answers.map((a) => a.status).join(' ')})`]
        : []),
    ];
  });
}

/** Every request ends in time, with success or with a problem that says what to do. */
function answers({ told }: Ledgers): string[] {
  return told.flatMap((o) =>
    o.answers.flatMap((a) => {
      const took = Math.round(a.ended - a.began);
      const what = `${o.op} was answered ${a.status} ${a.code ?? ''} after ${took} ms`;
      return [
        ...(took > LONGEST_ANSWER ? [`late: ${what}`] : []),
        ...(isUnderstandable(a, o) ? [] : [`strange: ${what}`]),
        ...(a.status === 503 && !/^[1-9]\d*$/.test(a.retryAfter ?? '') ? [`no Retry-After: ${what}`] : []),
      ];
    }),
  );
}

function isUnderstandable(a: Answer, o: Operation): boolean {
  if (a.status === 503) return a.code === 'UNAVAILABLE';
  if (a.status === 504) return a.code === 'DEADLINE_EXCEEDED';
  if (a.status === 409) return o.keyed && a.code === 'IDEMPOTENCY_IN_PROGRESS';
  return o.kind === 'foreign' ? a.status === 404 && a.code === 'NOT_FOUND' : succeeded(a);
}

function isolation({ sights, aggregates }: Ledgers): string[] {
  const owners = new Map(aggregates.map((a) => [a.id, a.company]));
  return sights.flatMap(({ company, ids }) =>
    ids
      .filter((id) => owners.get(id) !== company)
      .map((id) => `leaked: ${company} saw ${id} of ${owners.get(id)}`),
  );
}

/** Each effect in Postgres has its event, once; and every event has left. */
function outbox({ told, held, events }: Ledgers): string[] {
  const emitted = groupBy(events, (e) => `${e.subject} ${e.aggregateId}`);
  const count = (subject: string, id: string) => emitted.get(`${subject} ${id}`)?.length ?? 0;
  const kinds = new Map(told.map((o) => [o.op, o.kind]));
  const once = held.flatMap(({ op, aggregateId }) => {
    const subject = kinds.get(op) === 'request' ? REGISTERED : kinds.get(op) === 'license' ? ADDED : null;
    const n = subject ? count(subject, aggregateId) : 1;
    return n === 1 ? [] : [`events: ${op} emitted ${subject} ${n} times`];
  });
  const messages = groupBy(
    held.filter((h) => kinds.get(h.op) === 'message'),
    (h) => h.aggregateId,
  );
  const each = [...messages].flatMap(([id, rows]) =>
    count(CHANGED, id) === rows.length
      ? []
      : [`events: ${rows.length} messages of ${id} emitted ${count(CHANGED, id)} events`],
  );
  return [
    ...once,
    ...each,
    ...events.filter((e) => !e.published).map((e) => `stuck: ${e.subject} ${e.id} is unpublished`),
  ];
}

function versions({ events, aggregates }: Ledgers): string[] {
  const last = new Map<string, number>();
  const backwards = events.flatMap((e) => {
    const key = `${e.subject} ${e.aggregateId}`;
    const before = last.get(key) ?? 0;
    last.set(key, e.version);
    return e.version > before ? [] : [`version: ${key} goes from ${before} to ${e.version}`];
  });
  const behind = aggregates.flatMap(({ id, version }) => {
    const told = Math.max(0, ...[REGISTERED, CHANGED].map((s) => last.get(`${s} ${id}`) ?? 0));
    return told === 0 || told === version ? [] : [`version: ${id} is at ${version}, its events at ${told}`];
  });
  return [...backwards, ...behind];
}

/** Each event that is heard was handled, with one effect of each kind; nothing else had any. */
function consequences({ events, heard, effects, mails }: Ledgers): string[] {
  const inbox = groupBy(heard, (h) => `${h.consumer} ${h.messageId}`);
  const done = groupBy(effects, (e) => `${e.kind} ${e.about}`);
  const expected = events.filter((e) => consumers[e.subject]);
  const known = new Set(expected.map((e) => e.aggregateId));
  return [
    ...expected.flatMap((e) => {
      const n = inbox.get(`${consumers[e.subject]} ${e.id}`)?.length ?? 0;
      return n === 1 ? [] : [`inbox: ${e.subject} ${e.id} was heard ${n} times`];
    }),
    ...expected.flatMap((e) =>
      ['notification', 'mail'].flatMap((kind) => {
        const n = done.get(`${kind} ${e.aggregateId}`)?.length ?? 0;
        return n === 1 ? [] : [`effects: ${e.subject} ${e.aggregateId} had ${n} of ${kind}`];
      }),
    ),
    ...effects
      .filter((e) => !known.has(e.about))
      .map((e) => `effects: ${e.kind} about ${e.about}, of which no event tells`),
    // A mail may arrive twice after a crash, but then it is recognisably the same one.
    ...[...groupBy(mails, (m) => m.about)].flatMap(([about, sent]) =>
      new Set(sent.map((m) => m.messageId)).size > 1
        ? [`mails: ${about} was mailed under different Message-IDs`]
        : [],
    ),
  ];
}

function deadLetters(l: Ledgers, poison: ReadonlySet<string>): string[] {
  return l.deadLetters
    .filter((d) => !poison.has(d.messageId ?? ''))
    .map((d) => `dead letter: ${d.consumer} gave up ${d.messageId}`);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
