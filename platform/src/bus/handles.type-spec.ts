import { event, IsBoolean, IsLine, MaxLength, request } from '@tessera/contracts/kit';
import type { RequestContext } from '../context/request-context.js';
import type { EventEnvelope } from '../events/envelope.js';
import { Handles } from './handles.js';
import { Consumes } from './consumes.js';

/** Compiled by `npm run typecheck` alone: a handler that does not fit its contract must not compile. */
class Ask {
  @IsLine() @MaxLength(5) name: string;
}
class Answer {
  @IsBoolean() done: boolean;
}
const ask = request({
  subject: 'rpc.probe.thing.ask.v1',
  request: Ask,
  reply: Answer,
  summary: 'Asks.',
  access: { who: 'public' },
});
const done = event({ subject: 'evt.probe.thing.done.v1', payload: Answer, summary: 'Done.', consumers: [] });

@Handles(ask)
export class Right {
  async handle(input: Ask, _ctx: RequestContext): Promise<Answer> {
    return { done: input.name === 'x' };
  }
}

// @ts-expect-error another reply
@Handles(ask)
export class OtherReply {
  async handle(_input: Ask): Promise<Ask> {
    return { name: '' };
  }
}

// @ts-expect-error another request
@Handles(ask)
export class OtherRequest {
  async handle(_input: { name: number }): Promise<Answer> {
    return { done: true };
  }
}

// @ts-expect-error no reply
@Handles(ask)
export class NoReply {
  async handle(_input: Ask): Promise<void> {}
}

// @ts-expect-error no handle
@Handles(ask)
export class NoHandle {
  async answer(_input: Ask): Promise<Answer> {
    return { done: true };
  }
}

// @ts-expect-error an event is consumed, not answered
@Handles(done)
export class AnswersEvent {
  async handle(_input: Answer): Promise<Answer> {
    return { done: true };
  }
}

@Consumes(done)
export class Consumer {
  async handle(_event: EventEnvelope<Answer>): Promise<void> {}
}

// @ts-expect-error another payload
@Consumes(done)
export class OtherPayload {
  async handle(_event: EventEnvelope<Ask>): Promise<void> {}
}
