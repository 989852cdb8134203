import type { Server } from 'node:http';
import { validate, type InputOf, type ReplyOf, type RequestContract } from '@tessera/contracts';
import request from 'supertest';
import { PREFIX } from '../src/http/routes.js';
import { GatewayWorld, type Person } from './gateway-world.js';

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

/** What a service was asked, and under which idempotency key. */
export interface Asked<C extends RequestContract> {
  input: InputOf<C>;
  idempotencyKey: string | null;
}

/** The gateway as an HTTP client sees it; what its services answer must fit their contracts. */
export class EdgeWorld {
  private constructor(readonly world: GatewayWorld) {}

  static async start(environment: Record<string, string> = {}): Promise<EdgeWorld> {
    return new EdgeWorld(
      await GatewayWorld.start({ CALLER_RATE: '10000', CALLER_BURST: '10000', ...environment }),
    );
  }

  /** @returns everything that the service is asked from now on, in order */
  answers<C extends RequestContract>(
    contract: C,
    answer: (input: InputOf<C>) => ReplyOf<C> | Promise<ReplyOf<C>>,
  ): Asked<C>[] {
    const asked: Asked<C>[] = [];
    this.world.fake(contract, async (input, header) => {
      asked.push({ input, idempotencyKey: header('Idempotency-Key') });
      const reply = await answer(input);
      const wrong = contract.reply ? validate(contract.reply, reply as object, 'strict') : [];
      if (wrong.length > 0)
        throw new Error(`the fake of ${contract.subject} answered ${JSON.stringify(wrong)}`);
      return reply;
    });
    return asked;
  }

  /** @param path below the API's prefix */
  send(method: Method, path: string, as?: Person): request.Test {
    const sent = request(this.world.gateway.app.getHttpServer() as Server)[method](PREFIX + path);
    return as ? sent.set('authorization', `Bearer ${as.credential}`) : sent;
  }

  stop(): Promise<void> {
    return this.world.stop();
  }
}
