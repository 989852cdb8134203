import { violations } from './checker.js';
import { type Answer, type Ledgers, LONGEST_ANSWER, type Operation } from './ledger.js';

const answer = (more: Partial<Answer> = {}): Answer => ({
  began: 0,
  ended: 20,
  status: 201,
  code: null,
  retryAfter: null,
  id: null,
  ...more,
});
const operation = (op: string, kind: Operation['kind'], answers: Answer[], keyed = true): Operation => ({
  op,
  kind,
  company: 'acme',
  keyed,
  answers,
});
const unavailable = answer({ status: 503, code: 'UNAVAILABLE', retryAfter: '1' });

/** A run in which everything holds: a request, a message to it, a license, an operation that failed, a reader. */
function sound(): Ledgers {
  const registered = 'evt.support.request.registered.v1';
  const added = 'evt.licensing.license.added.v1';
  return {
    told: [
      operation('op-1', 'request', [unavailable, answer({ id: 'r1' }), answer({ id: 'r1' })]),
      operation('op-2', 'message', [answer({ id: 'm1' })]),
      operation('op-3', 'license', [answer({ id: 'l1' })]),
      operation('op-4', 'request', [answer({ status: 504, code: 'DEADLINE_EXCEEDED' })], false),
      operation('read', 'read', [answer({ status: 200 })], false),
      operation('foreign', 'foreign', [answer({ status: 404, code: 'NOT_FOUND' })], false),
      operation('op-6', 'seat', [answer({ status: 0 }), answer({ id: 's1' })]),
      operation('op-7', 'seat', [answer({ status: 409, code: 'SEAT_LIMIT_REACHED' })]),
      operation('end', 'end', [unavailable, answer({ status: 404, code: 'NOT_FOUND' })], false),
    ],
    sights: [{ company: 'acme', ids: ['r1', 'l1'] }],
    held: [
      { op: 'op-1', id: 'r1', aggregateId: 'r1' },
      { op: 'op-2', id: 'm1', aggregateId: 'r1' },
      { op: 'op-3', id: 'l1', aggregateId: 'l1' },
      { op: 'op-6', id: 's1', aggregateId: 's1' },
    ],
    aggregates: [
      { id: 'r1', company: 'acme', version: 2 },
      { id: 'l1', company: 'acme', version: 1 },
      { id: 'r9', company: 'globex', version: 1 },
    ],
    events: [
      { id: 'e1', subject: registered, aggregateId: 'r1', version: 1, published: true },
      { id: 'e2', subject: 'evt.support.request.changed.v1', aggregateId: 'r1', version: 2, published: true },
      { id: 'e3', subject: added, aggregateId: 'l1', version: 1, published: true },
    ],
    heard: [
      { consumer: 'notifications_request-registered-v1', messageId: 'e1' },
      { consumer: 'notifications_license-added-v1', messageId: 'e3' },
    ],
    effects: ['r1', 'l1'].flatMap((about) =>
      (['notification', 'mail'] as const).map((kind) => ({ kind, about })),
    ),
    mails: [
      { about: 'r1', messageId: '<1@vendor.example>' },
      { about: 'r1', messageId: '<1@vendor.example>' },
    ],
    deadLetters: [{ consumer: 'notifications_request-registered-v1', messageId: 'poison' }],
    seats: [{ license: 'l1', sold: 8, taken: 8 }],
    absences: [{ from: 10, to: 30 }],
    before: [{ name: 'support', bus: 1, database: 5, other: 1, memory: 120 }],
    after: [{ name: 'support', bus: 1, database: 11, other: 3, memory: 200 }],
  };
}

const check = (l: Ledgers) => violations(l, new Set(['poison']));

describe('the checker of the ledgers', () => {
  it('finds nothing in a run that holds, whatever failed and was repeated', () => {
    expect(check(sound())).toEqual([]);
  });

  it.each<[string, (l: Ledgers) => unknown, RegExp]>([
    ['an acknowledged write is gone', (l) => l.held.shift(), /^lost: op-1/],
    [
      'a write that failed for its client is there twice',
      (l) =>
        l.held.push({ op: 'op-4', id: 'r2', aggregateId: 'r2' }, { op: 'op-4', id: 'r3', aggregateId: 'r3' }),
      /^doubled: op-4/,
    ],
    ['a repeated request had another answer', (l) => (l.told[0]!.answers[2]!.id = 'r2'), /^repeated: op-1/],
    [
      'a client was told of something else than is there',
      (l) => (l.told[1]!.answers[0]!.id = 'm7'),
      /^other: op-2/,
    ],
    ['a repeated request never succeeded', (l) => (l.told[2]!.answers = [unavailable]), /^given up: op-3/],
    ['an answer came too late', (l) => (l.told[4]!.answers[0]!.ended = LONGEST_ANSWER + 1), /^late: read/],
    ['a connection was cut', (l) => (l.absences = []), /^strange: op-6/],
    [
      'the gateway was there again when a connection was cut',
      (l) => (l.absences[0] = { from: 21, to: 30 }),
      /^strange: op-6/,
    ],
    ['the first end of an activation does not find it', (l) => l.told[8]!.answers.shift(), /^strange: end/],
    ['a seat was sold twice', (l) => (l.seats[0]!.taken = 9), /^oversold: 9 devices .* l1, which has 8/],
    [
      'a connection to the bus was left open',
      (l) => (l.after[0]!.bus = 2),
      /^footprint: support .* 2 of bus/,
    ],
    ['sessions were left open', (l) => (l.after[0]!.database = 12), /^footprint: support .* 12 of database/],
    ['sockets were left open', (l) => (l.after[0]!.other = 5), /^footprint: support .* 5 of other/],
    ['memory was not given back', (l) => (l.after[0]!.memory = 281), /^footprint: support .* 281 of memory/],
    ['a process is gone', (l) => l.after.pop(), /^gone: support/],
    [
      'an error is the server’s own',
      (l) => (l.told[3]!.answers[0] = answer({ status: 500, code: 'INTERNAL' })),
      /^strange: op-4/,
    ],
    [
      'an unkeyed request was told of a duplicate',
      (l) => (l.told[3]!.answers[0] = answer({ status: 409, code: 'IDEMPOTENCY_IN_PROGRESS' })),
      /^strange: op-4/,
    ],
    [
      'a 503 does not say when to come back',
      (l) => (l.told[0]!.answers[0] = { ...unavailable, retryAfter: null }),
      /^no Retry-After: op-1/,
    ],
    [
      'another company’s resource was shown',
      (l) => (l.told[5]!.answers[0] = answer({ status: 200 })),
      /^strange: foreign/,
    ],
    [
      'another company’s resource was listed',
      (l) => l.sights[0]!.ids.push('r9'),
      /^leaked: acme saw r9 of globex/,
    ],
    [
      'a write emitted no event',
      (l) => (l.events = l.events.filter((e) => e.id !== 'e3')),
      /^events: op-3 .* 0 times/,
    ],
    [
      'a write emitted its event twice',
      (l) => l.events.push({ ...l.events[0]!, id: 'e9', version: 9 }),
      /^events: op-1 .* 2 times/,
    ],
    ['a message emitted no event', (l) => l.events.splice(1, 1), /^events: 1 messages of r1 emitted 0/],
    ['an outbox row is stuck', (l) => (l.events[1]!.published = false), /^stuck: .* e2/],
    ['a version came twice', (l) => l.events.push({ ...l.events[1]!, id: 'e8' }), /^version: .* from 2 to 2/],
    ['the events are behind the aggregate', (l) => (l.aggregates[0]!.version = 3), /^version: r1 is at 3/],
    ['an event was never heard', (l) => l.heard.pop(), /^inbox: .* e3 was heard 0/],
    [
      'an effect is doubled',
      (l) => l.effects.push({ kind: 'mail', about: 'r1' }),
      /^effects: .* r1 had 2 of mail/,
    ],
    ['an effect is missing', (l) => l.effects.shift(), /^effects: .* r1 had 0 of notification/],
    [
      'an effect comes from nowhere',
      (l) => l.effects.push({ kind: 'mail', about: 'r2' }),
      /^effects: mail about r2/,
    ],
    [
      'a mail came as two different ones',
      (l) => (l.mails[1]!.messageId = '<2@vendor.example>'),
      /^mails: r1/,
    ],
    [
      'a message that nobody poisoned was given up',
      (l) => (l.deadLetters[0]!.messageId = 'e1'),
      /^dead letter: .* e1/,
    ],
  ])('says so when %s', (_what, spoil, expected) => {
    const run = sound();
    spoil(run);
    expect(check(run)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});
