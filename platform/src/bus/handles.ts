import { Controller } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { InputOf, ReplyOf, RequestContract } from '@tessera/contracts/kit';
import type { RequestContext } from '../context/request-context.js';
import { Contract } from './pipeline/contract.js';

export interface RequestHandler<C extends RequestContract> {
  handle(input: InputOf<C>, ctx: RequestContext): Promise<ReplyOf<C>>;
}

/**
 * Makes a class the handler of a contract. Its `handle` takes the contract's request and answers the contract's reply,
 * or it does not compile. It is a Nest controller: the guards, interceptors, pipe and filter of `pipeline/` stand before it.
 */
export function Handles<C extends RequestContract>(contract: C) {
  return (target: new (...dependencies: never[]) => RequestHandler<C>): void => {
    const prototype = target.prototype as RequestHandler<C>;
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'handle')!;
    Controller()(target);
    // Without these Nest passes the payload alone.
    Payload()(prototype, 'handle', 0);
    Ctx()(prototype, 'handle', 1);
    MessagePattern(contract.subject)(prototype, 'handle', descriptor);
    Contract(contract)(prototype, 'handle', descriptor);
  };
}
