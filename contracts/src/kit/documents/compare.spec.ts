import { Field, type Shape } from '../field.js';
import { inlineSchema } from '../json-schema.js';
import { compareContracts } from './compare.js';
import type { ContractRecord } from './record.js';

/** A shape with one field, or with none. */
function shapeOf(decorate?: PropertyDecorator | object): Shape {
  class Probe {}
  if (decorate) (decorate as (target: object, key: string) => void)(Probe.prototype, 'field');
  return Probe;
}
type Parts = Partial<Extract<ContractRecord, { kind: 'request' }>>;
const subject = 'rpc.probe.thing.add.v1';
const record = (parts: Parts = {}): ContractRecord => ({
  kind: 'request',
  request: inlineSchema(shapeOf(), 'tolerant'),
  reply: inlineSchema(shapeOf(), 'tolerant'),
  errors: {},
  access: { who: 'signed_in' },
  callers: ['gateway', 'support'],
  idempotent: true,
  ...parts,
});
const verdicts = (was: ContractRecord, is: ContractRecord) =>
  compareContracts({ [subject]: was }, { [subject]: is }).map((c) => c.breaking);
const schema = (field?: object) => inlineSchema(shapeOf(field), 'tolerant');

const F = Field;
/** What changes, from what to what, and whether that breaks where it is received and where it is sent. */
const changes: [string, object | undefined, object | undefined, received: boolean, sent: boolean][] = [
  ['a field more that may be missing', undefined, F.flag({ optional: true }), false, false],
  ['a field more that is required', undefined, F.flag(), true, false],
  ['a field less', F.flag(), undefined, true, true],
  ['a field less that might be missing', F.flag({ optional: true }), undefined, true, true],
  ['a field that may be missing now', F.flag(), F.flag({ optional: true }), false, true],
  ['a field that is required now', F.flag({ optional: true }), F.flag(), true, false],
  ['another type', F.flag(), F.integer(), true, true],
  ['null where it was not', F.id(), F.id({ nullable: true }), false, true],
  ['no null any more', F.id({ nullable: true }), F.id(), true, false],
  ['null for a choice', F.oneOf(['a']), F.oneOf(['a'], { nullable: true }), false, true],
  ['a longer text', F.line({ max: 5 }), F.line({ max: 6 }), false, true],
  ['a shorter text', F.line({ max: 6 }), F.line({ max: 5 }), true, false],
  ['a greater least length', F.line({ max: 9 }), F.line({ max: 9, min: 2 }), true, false],
  ['a greater maximum', F.integer({ max: 1 }), F.integer({ max: 2 }), false, true],
  ['a greater minimum', F.integer({ min: 1 }), F.integer({ min: 2 }), true, false],
  ['a value more', F.oneOf(['a']), F.oneOf(['a', 'b']), false, true],
  ['a value less', F.oneOf(['a', 'b']), F.oneOf(['a']), true, false],
  ['a consent instead of a flag', F.flag(), F.consent(), true, false],
  ['several lines instead of one', F.line({ max: 5 }), F.text({ max: 5 }), false, true],
  ['one line instead of several', F.text({ max: 5 }), F.line({ max: 5 }), true, false],
  ['another form', F.country(), F.id(), true, true],
  ['a pattern', F.line({ max: 5 }), F.line({ max: 5, pattern: '^a' }), true, false],
  ['another pattern', F.line({ max: 5, pattern: '^b' }), F.line({ max: 5, pattern: '^a' }), true, true],
  ['more items', F.ids({ maxItems: 1 }), F.ids({ maxItems: 2 }), false, true],
  ['items that must differ', F.ids({ maxItems: 2 }), F.ids({ maxItems: 2, unique: true }), true, false],
  ['longer items', F.texts({ max: 1, maxItems: 1 }), F.texts({ max: 2, maxItems: 1 }), false, true],
  ['a nested field more', F.object(() => shapeOf()), F.object(() => shapeOf(F.flag())), true, false],
  [
    'a field less in a list',
    F.list(() => shapeOf(F.flag()), { maxItems: 1 }),
    F.list(() => shapeOf(), { maxItems: 1 }),
    true,
    true,
  ],
];

describe.each(changes)('%s', (_what, was, is, received, sent) => {
  it(received ? 'breaks who sends a request' : 'is fine in a request', () => {
    expect(verdicts(record({ request: schema(was) }), record({ request: schema(is) }))).toEqual([received]);
  });

  it(sent ? 'breaks who reads a reply or an event' : 'is fine in a reply and in an event', () => {
    expect(verdicts(record({ reply: schema(was) }), record({ reply: schema(is) }))).toEqual([sent]);
    const event = (payload: object): ContractRecord => ({
      kind: 'event',
      payload: payload as never,
      live: null,
    });
    expect(verdicts(event(schema(was)), event(schema(is)))).toEqual([sent]);
  });
});

it('does not mind words', () => {
  const was = schema(Field.flag());
  const is = schema(Field.flag({ description: 'New words.', example: true }));
  expect(
    compareContracts({ [subject]: record({ request: was }) }, { [subject]: record({ request: is }) }),
  ).toEqual([]);
});

it.each<[string, Parts, Parts, boolean]>([
  ['a code more', {}, { errors: { NEW: 'conflict' } }, false],
  ['a code less', { errors: { OLD: 'conflict' } }, {}, false],
  ['a code of another category', { errors: { A: 'conflict' } }, { errors: { A: 'not_found' } }, true],
  ['a caller less', {}, { callers: ['gateway'] }, true],
  ['not idempotent any more', {}, { idempotent: false }, true],
  ['no reply any more', {}, { reply: null }, true],
  ['for everybody', {}, { access: { who: 'public' } }, false],
  [
    'also for a confined role',
    { access: { who: 'signed_in' } },
    { access: { who: 'signed_in', also: ['device_member'] } },
    false,
  ],
  [
    'not for a confined role any more',
    { access: { who: 'signed_in', also: ['device_member'] } },
    { access: { who: 'signed_in' } },
    true,
  ],
  ['for a company only', {}, { access: { who: 'company' } }, true],
  ['a right more', { access: { who: 'company' } }, { access: { who: 'company', right: 'x' } }, true],
  [
    'no right needed any more',
    { access: { who: 'company', right: 'x' } },
    { access: { who: 'company' } },
    false,
  ],
  [
    'a role more',
    { access: { who: 'staff', roles: ['a'] } },
    { access: { who: 'staff', roles: ['a', 'b'] } },
    false,
  ],
  [
    'a role less',
    { access: { who: 'staff', roles: ['a', 'b'] } },
    { access: { who: 'staff', roles: ['a'] } },
    true,
  ],
])('of the contract itself: %s', (_what, was, is, breaking) => {
  expect(verdicts(record(was), record(is))).toEqual([breaking]);
});

it('lets a contract come, and lets it go only when a later version is there', () => {
  const next = subject.replace('v1', 'v2');
  expect(compareContracts({}, { [subject]: record() })).toMatchObject([{ breaking: false, what: 'is new' }]);
  expect(compareContracts({ [subject]: record() }, {})).toMatchObject([{ breaking: true, what: 'is gone' }]);
  expect(compareContracts({ [next]: record() }, { [subject]: record() })).toMatchObject([
    {},
    { subject: next, breaking: true },
  ]);
  expect(compareContracts({ [subject]: record() }, { [next]: record() })).toMatchObject([
    { subject, breaking: false },
    { subject: next },
  ]);
});

it('keeps the kind of a live event', () => {
  const event = (kind?: string): ContractRecord => ({
    kind: 'event',
    payload: schema(),
    live: kind ? { kind, to: 'user' } : null,
  });
  expect(verdicts(event(), event('a'))).toEqual([false]);
  expect(verdicts(event('a'), event('b'))).toEqual([true]);
  expect(verdicts(event('a'), event())).toEqual([true]);
});

it('names the field', () => {
  const was = record({ request: schema(Field.list(() => shapeOf(Field.line({ max: 5 })), { maxItems: 1 })) });
  const is = record({ request: schema(Field.list(() => shapeOf(Field.line({ max: 4 })), { maxItems: 1 })) });
  expect(compareContracts({ [subject]: was }, { [subject]: is })).toEqual([
    { subject, breaking: true, where: 'request.field[].field', what: 'maxLength was 5, is 4' },
  ]);
});
