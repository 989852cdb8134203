import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Actor,
  BusConnection,
  makeLogger,
  type EventEnvelope,
  Refusal,
  toProblem,
  uuidv7,
} from '@tessera/platform';
import { testServers } from '@tessera/platform/testing';
import {
  resolveSession,
  validate,
  type EventContract,
  type InputOf,
  type PayloadOf,
  type ReplyOf,
  type RequestContract,
} from '@tessera/contracts';
import { connect as connectTcp, type Socket } from 'node:net';
import { startGateway, type RunningGateway } from '../src/gateway.js';
import { PREFIX } from '../src/http/routes.js';

export interface Person {
  credential: string;
  userId: string;
  sessionId: string;
  companyId: string | null;
  role: string;
  rights: string[];
  language: string | null;
  /** Milliseconds for which the gateway may believe it. */
  useFor: number;
}

/** A gateway as it runs, on a real bus; the services behind it are fakes of their contracts. */
export class GatewayWorld {
  gateway: RunningGateway;
  /** What identity was asked, in order. */
  readonly asked: InputOf<typeof resolveSession>[] = [];
  /** Milliseconds that identity takes to resolve a credential. */
  identityTakes = 0;
  private bus: BusConnection;
  private readonly people = new Map<string, Person>();

  static async start(environment: Record<string, string> = {}): Promise<GatewayWorld> {
    const world = new GatewayWorld();
    const { nats, natsUser, natsPassword } = testServers();
    const logger = makeLogger('test', 'silent');
    world.bus = await BusConnection.open({
      url: nats,
      service: 'test',
      logger,
      user: natsUser,
      password: natsPassword,
    });
    world.fake(resolveSession, async (input) => {
      await sleep(world.identityTakes);
      return world.resolve(input);
    });
    world.gateway = await startGateway({
      NATS_URL: nats,
      NATS_USER: natsUser,
      NATS_PASSWORD: natsPassword,
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      BLOB_URL: 'file:///tmp/tessera-gateway-spec',
      PORTAL_DIR: '/nowhere',
      // So that a test can be several addresses.
      TRUSTED_PROXIES: '1',
      ...environment,
    });
    await world.bus.nc.flush();
    return world;
  }

  private resolve({ credential, ...more }: InputOf<typeof resolveSession>): ReplyOf<typeof resolveSession> {
    this.asked.push({ credential, ...more });
    const person = this.people.get(credential);
    if (!person) throw new Refusal('UNAUTHENTICATED');
    const { credential: _c, useFor, ...facts } = person;
    return { ...facts, actorToken: 'token', useUntil: new Date(Date.now() + useFor).toISOString() };
  }

  /** A person with a session. */
  person(facts: Partial<Person> = {}): Person {
    const person: Person = {
      credential: `tac_${uuidv7()}`,
      userId: uuidv7(),
      sessionId: uuidv7(),
      companyId: uuidv7(),
      role: 'owner',
      rights: [],
      language: null,
      useFor: 60_000,
      ...facts,
    };
    this.people.set(person.credential, person);
    return person;
  }

  /** From now on the session is over. */
  forget(person: Person): void {
    this.people.delete(person.credential);
  }

  fake<C extends RequestContract>(
    contract: C,
    answer: (input: InputOf<C>, header: (name: string) => string | null) => ReplyOf<C> | Promise<ReplyOf<C>>,
  ): { remove(): void } {
    const subscription = this.bus.nc.subscribe(contract.subject, {
      callback: (_error, message) => {
        void (async () => {
          const { headers } = await import('@nats-io/transport-node');
          try {
            const input = message.json<InputOf<C>>();
            if (validate(contract.request, input, 'strict').length > 0)
              throw new Error('asked by no contract');
            const header = (name: string) => message.headers?.get(name) || null;
            message.respond(JSON.stringify((await answer(input, header)) ?? null));
          } catch (error) {
            const h = headers();
            h.set('Tessera-Problem', '1');
            message.respond(JSON.stringify(toProblem(error, contract.errors, '').document), { headers: h });
          }
        })();
      },
    });
    return { remove: () => subscription.unsubscribe() };
  }

  /** As the owner's relay would, though past the stream: what is live hears it on the bus itself. */
  async emit<E extends EventContract>(
    contract: E,
    data: PayloadOf<E>,
    of: Partial<Pick<EventEnvelope, 'companyId' | 'userId'>> = {},
  ): Promise<void> {
    const id = uuidv7();
    const envelope = {
      id,
      subject: contract.subject,
      occurredAt: new Date().toISOString(),
      companyId: null,
      userId: null,
      aggregateId: id,
      aggregateVersion: 1,
      data,
      ...of,
    };
    this.bus.nc.publish(contract.subject, JSON.stringify(envelope));
    await this.bus.nc.flush();
  }

  get url(): string {
    return this.gateway.url;
  }

  /** @param address the client's */
  fetch(path: string, init: RequestInit & { as?: Person; address?: string } = {}): Promise<Response> {
    const { as, address, headers, ...rest } = init;
    return fetch(
      `${this.url}${path.startsWith('/api') || /^\/(healthz|readyz)/.test(path) ? path : PREFIX + path}`,
      {
        ...rest,
        headers: {
          ...(as ? { authorization: `Bearer ${as.credential}` } : {}),
          ...(address ? { 'x-forwarded-for': address } : {}),
          ...(headers as Record<string, string> | undefined),
        },
      },
    );
  }

  /** Sends raw bytes. @returns all that came back until the gateway closed, or until the time was over */
  async raw(bytes: string, within = 3_000): Promise<{ text: string; closed: boolean }> {
    const socket = this.connect();
    let text = '';
    let closed = false;
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('close', () => (closed = true)).on('error', () => undefined);
    socket.write(bytes, 'latin1');
    for (const end = Date.now() + within; !closed && Date.now() < end;) await sleep(10);
    socket.destroy();
    return { text, closed };
  }

  connect(): Socket {
    const { hostname, port } = new URL(this.url);
    return connectTcp(Number(port), hostname);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.bus.close();
  }
}

export type { Actor };
