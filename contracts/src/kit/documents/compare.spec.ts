import {
  ArrayMaxSize,
  ArrayUnique,
  compose,
  Describe,
  Equals,
  Example,
  Extensible,
  IsArray,
  IsBoolean,
  IsCountry,
  IsIn,
  IsInt,
  IsLine,
  IsNullable,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  Nested,
  NestedList,
} from '../decorators.js';
import { AtMostOne, ExactlyOne } from '../exclusion.js';
import { type Shape } from '../fields.js';
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

/** What changes, from what to what, and whether that breaks where it is received and where it is sent. */
const changes: [string, object | undefined, object | undefined, received: boolean, sent: boolean][] = [
  ['a field more that may be missing', undefined, compose(IsOptional(), IsBoolean()), false, false],
  ['a field more that is required', undefined, IsBoolean(), true, false],
  ['a field less', IsBoolean(), undefined, true, true],
  ['a field less that might be missing', compose(IsOptional(), IsBoolean()), undefined, true, true],
  ['a field that may be missing now', IsBoolean(), compose(IsOptional(), IsBoolean()), false, true],
  ['a field that is required now', compose(IsOptional(), IsBoolean()), IsBoolean(), true, false],
  ['another type', IsBoolean(), IsInt(), true, true],
  ['null where it was not', IsUUID(), compose(IsNullable(), IsUUID()), false, true],
  ['no null any more', compose(IsNullable(), IsUUID()), IsUUID(), true, false],
  ['null for a choice', IsIn(['a']), compose(IsNullable(), IsIn(['a'])), false, true],
  ['a longer text', compose(IsLine(), MaxLength(5)), compose(IsLine(), MaxLength(6)), false, true],
  ['a shorter text', compose(IsLine(), MaxLength(6)), compose(IsLine(), MaxLength(5)), true, false],
  [
    'a greater least length',
    compose(IsLine(), MaxLength(9)),
    compose(IsLine(), MinLength(2), MaxLength(9)),
    true,
    false,
  ],
  ['a greater maximum', compose(IsInt(), Max(1)), compose(IsInt(), Max(2)), false, true],
  ['a greater minimum', compose(IsInt(), Min(1)), compose(IsInt(), Min(2)), true, false],
  ['a value more', IsIn(['a']), IsIn(['a', 'b']), false, true],
  ['a value more of what may grow', IsIn(['a']), compose(IsIn(['a', 'b']), Extensible()), false, false],
  ['a value less of what may grow', IsIn(['a', 'b']), compose(IsIn(['a']), Extensible()), true, false],
  ['a value less', IsIn(['a', 'b']), IsIn(['a']), true, false],
  ['a consent instead of a flag', IsBoolean(), Equals(true), true, false],
  [
    'several lines instead of one',
    compose(IsLine(), MaxLength(5)),
    compose(IsString(), MaxLength(5)),
    false,
    true,
  ],
  [
    'one line instead of several',
    compose(IsString(), MaxLength(5)),
    compose(IsLine(), MaxLength(5)),
    true,
    false,
  ],
  ['another form', IsCountry(), IsUUID(), true, true],
  [
    'a pattern',
    compose(IsLine(), MaxLength(5)),
    compose(IsLine(), MaxLength(5), Matches(/^a/u)),
    true,
    false,
  ],
  [
    'another pattern',
    compose(IsLine(), MaxLength(5), Matches(/^b/u)),
    compose(IsLine(), MaxLength(5), Matches(/^a/u)),
    true,
    true,
  ],
  [
    'more items',
    compose(IsArray(), ArrayMaxSize(1), IsUUID('all', { each: true })),
    compose(IsArray(), ArrayMaxSize(2), IsUUID('all', { each: true })),
    false,
    true,
  ],
  [
    'items that must differ',
    compose(IsArray(), ArrayMaxSize(2), IsUUID('all', { each: true })),
    compose(IsArray(), ArrayMaxSize(2), ArrayUnique(), IsUUID('all', { each: true })),
    true,
    false,
  ],
  [
    'longer items',
    compose(
      IsArray(),
      ArrayMaxSize(1),
      IsLine({ each: true }),
      MinLength(1, { each: true }),
      MaxLength(1, { each: true }),
    ),
    compose(
      IsArray(),
      ArrayMaxSize(1),
      IsLine({ each: true }),
      MinLength(1, { each: true }),
      MaxLength(2, { each: true }),
    ),
    false,
    true,
  ],
  ['a nested field more', Nested(() => shapeOf()), Nested(() => shapeOf(IsBoolean())), true, false],
  [
    'a field less in a list',
    NestedList(() => shapeOf(IsBoolean()), 1),
    NestedList(() => shapeOf(), 1),
    true,
    true,
  ],
];

describe.each(changes)('%s', (_what, was, is, received, sent) => {
  it(received ? 'breaks senders of a request' : 'is fine in a request', () => {
    expect(verdicts(record({ request: schema(was) }), record({ request: schema(is) }))).toEqual([received]);
  });

  it(sent ? 'breaks readers of a reply or an event' : 'is fine in a reply and in an event', () => {
    expect(verdicts(record({ reply: schema(was) }), record({ reply: schema(is) }))).toEqual([sent]);
    const event = (payload: object): ContractRecord => ({
      kind: 'event',
      payload: payload as never,
      live: null,
    });
    expect(verdicts(event(schema(was)), event(schema(is)))).toEqual([sent]);
  });
});

class Free {
  @IsOptional() @IsBoolean() a?: boolean;
  @IsOptional() @IsBoolean() b?: boolean;
}
@ExactlyOne('a', 'b')
class One extends Free {}
@AtMostOne('a', 'b')
class NotBoth extends Free {}

it.each<[string, Shape, Shape, string, boolean]>([
  ['exactly one of two fields from now on', Free, One, 'takes exactly one of a and b', true],
  ['not both of them from now on', Free, NotBoth, 'takes at most one of a and b', true],
  ['any of them again', One, Free, 'took exactly one of a and b, takes any of them', false],
  ['another number of them', NotBoth, One, 'took at most one of a and b, takes exactly one of a and b', true],
])('sees that a request takes %s', (_what, was, is, what, breaking) => {
  const change = (shape: Shape) => ({ [subject]: record({ request: inlineSchema(shape, 'tolerant') }) });
  expect(compareContracts(change(was), change(is))).toEqual([{ subject, breaking, where: 'request', what }]);
  expect(compareContracts(change(is), change(is))).toEqual([]);
});

it('does not mind words', () => {
  const was = schema(IsBoolean());
  const is = schema(compose(IsBoolean(), Describe('New words.'), Example(true)));
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
  ['for all callers', {}, { access: { who: 'public' } }, false],
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
  const was = record({ request: schema(NestedList(() => shapeOf(compose(IsLine(), MaxLength(5))), 1)) });
  const is = record({ request: schema(NestedList(() => shapeOf(compose(IsLine(), MaxLength(4))), 1)) });
  expect(compareContracts({ [subject]: was }, { [subject]: is })).toEqual([
    { subject, breaking: true, where: 'request.field[].field', what: 'maxLength was 5, is 4' },
  ]);
});
