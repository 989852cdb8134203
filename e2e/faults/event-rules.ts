import { groupBy } from './group-by.js';
import type { Ledgers } from './ledger.js';

/** What an operation leaves in the outbox, and who hears it. */
const REGISTERED = 'evt.support.request.registered.v1';
const CHANGED = 'evt.support.request.changed.v1';
const ANSWERED = 'evt.support.request.answered.v1';
const ADDED = 'evt.licensing.license.added.v1';
const consumers: Record<string, string> = {
  [REGISTERED]: 'notifications_request-registered-v1',
  [ADDED]: 'notifications_license-added-v1',
};

/** What must not be among events, and among what follows from them. */
export const ofEvents = (l: Ledgers, poison: ReadonlySet<string>): string[] =>
  [outbox(l), versions(l), consequences(l), deadLetters(l, poison)].flat();

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
    const told = Math.max(0, ...[REGISTERED, CHANGED, ANSWERED].map((s) => last.get(`${s} ${id}`) ?? 0));
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
