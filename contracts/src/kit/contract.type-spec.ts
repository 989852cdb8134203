import { event, request, type CodesOf, type InputOf, type PayloadOf, type ReplyOf } from './contract.js';
import { IsBoolean, IsLine, IsOptional, MaxLength } from './decorators.js';
import { AtMostOne, ExactlyOne } from './exclusion.js';

/** Compiled by `npm run typecheck` alone; nothing of it ever runs. */
export class Ask {
  @IsLine() @MaxLength(5) name: string;
}
export class Answer {
  @IsBoolean() done: boolean;
}

const common = { request: Ask, summary: 'Asks.', access: { who: 'public' } } as const;
type Is<A, B> = [A, B] extends [B, A] ? true : false;

export const ask = request({
  ...common,
  subject: 'rpc.probe.thing.ask.v1',
  reply: Answer,
  errors: { THING_GONE: 'not_found' },
});
export const input: Is<InputOf<typeof ask>, Ask> = true;
export const reply: Is<ReplyOf<typeof ask>, Answer> = true;
export const code: CodesOf<typeof ask> = 'THING_GONE';
// @ts-expect-error not one of its codes, nor a common one
export const noCode: CodesOf<typeof ask> = 'THING_LOST';

export const drop = request({ ...common, subject: 'rpc.probe.thing.drop.v1', reply: null });
export const noReply: Is<ReplyOf<typeof drop>, void> = true;

export const done = event({
  subject: 'evt.probe.thing.done.v1',
  payload: Answer,
  summary: 'Done.',
  consumers: [],
});
export const payload: Is<PayloadOf<typeof done>, Answer> = true;

// @ts-expect-error an event's root
export const root = request({ ...common, subject: 'evt.probe.thing.ask.v1', reply: Answer });
// @ts-expect-error no version
export const versionless = request({ ...common, subject: 'rpc.probe.thing.ask', reply: Answer });
// @ts-expect-error a request's root
export const eventRoot = event({ subject: 'rpc.probe.a.b.v1', payload: Answer, summary: '', consumers: [] });
// @ts-expect-error an instance is no shape
export const instance = request({ ...common, subject: 'rpc.probe.a.b.v1', reply: new Answer() });
// @ts-expect-error who may ask must be said
export const open = request({ subject: 'rpc.probe.a.b.v1', request: Ask, reply: null, summary: '' });
// @ts-expect-error a reply, or null
export const forgotten = request({ ...common, subject: 'rpc.probe.a.b.v1' });

// On one line each: compilers differ in which line of a longer one they complain of.
const refused = { ...common, subject: 'rpc.probe.a.b.v1', reply: null } as const;
const lowerErrors = { thing_gone: 'not_found' } as const;
const unknownCategory = { THING_GONE: 'vanished' } as const;
// @ts-expect-error codes are in capitals
export const lower = request({ ...refused, errors: lowerErrors });
// @ts-expect-error no category
export const category = request({ ...refused, errors: unknownCategory });

@ExactlyOne('code', 'file')
export class Proof {
  @IsOptional() @IsLine() @MaxLength(5) code?: string;
  @IsOptional() @IsLine() @MaxLength(5) file?: string;
}
// @ts-expect-error no field of the class
@ExactlyOne('code', 'fil')
export class Misspelled extends Proof {}
// @ts-expect-error a field that is always there excludes no other
@AtMostOne('code', 'name')
export class AlwaysThere extends Proof {
  @IsLine() @MaxLength(5) name: string;
}
