import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import type { EventContract, PayloadOf } from '@tessera/contracts/kit';
import type { Tx } from '../database/transaction.js';
import type { EventEnvelope } from '../events/envelope.js';

export interface EventHandler<E extends EventContract> {
  /** Runs in the transaction that also has the inbox row: its effects happen once, however often it is delivered. */
  handle(event: EventEnvelope<PayloadOf<E>>, tx: Tx): Promise<void>;
  /**
   * The same for several, in their order; called instead of `handle` when there is a backlog. Worth its while where one
   * statement does for all what `handle` does for one.
   */
  handleAll?(events: readonly EventEnvelope<PayloadOf<E>>[], tx: Tx): Promise<void>;
}

const METADATA = 'tessera:hears';

/** Makes a class the durable consumer of an event; the event's contract must name the service among its consumers. */
export function Consumes<E extends EventContract>(contract: E) {
  return (target: new (...dependencies: never[]) => EventHandler<E>): void => {
    Injectable()(target);
    Reflect.defineMetadata(METADATA, contract, target);
  };
}

export const consumedContract = (target: object): EventContract | undefined =>
  Reflect.getMetadata(METADATA, target) as EventContract | undefined;
