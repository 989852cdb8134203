import type { EventContract, InputOf, PayloadOf, ReplyOf, RequestContract } from '@tessera/contracts/kit';
import { validate } from '@tessera/contracts/kit';
import {
  connect,
  headers as natsHeaders,
  usernamePasswordAuthenticator,
  type Msg,
  type NatsConnection,
} from '@nats-io/transport-node';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { v7 as uuidv7 } from 'uuid';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { busMigrate } from '../bus/bus-migrate.js';
import { Bus } from '../bus/bus.js';
import { BusConnection } from '../bus/connection.js';
import { header } from '../bus/headers.js';
import type { Actor } from '../context/actor.js';
import { RequestContext } from '../context/request-context.js';
import { toProblem } from '../errors/to-problem.js';
import type { EventEnvelope } from '../events/envelope.js';
import type { SecurityEvent, SecurityFacts } from '../security/security-events.js';
import { makeLogger } from '../observability/logger.js';
import type { Faults, RunningService } from '../service/running-service.js';
import { startService, type ServiceDefinition } from '../service/run-service.js';
import type { ServiceConfig } from '../configuration/environment.js';
import { TestIdentity } from './test-actors.js';
import { testDatabase, type TestDatabase } from './test-database.js';
import { testServers } from './test-infrastructure.js';

export interface TestServiceOptions {
  /** Variables beyond the common ones. */
  environment?: Record<string, string>;
  /** Several instances of the service, for races and for takeovers. */
  instances?: number;
  faults?: Faults;
}

type Ask = { idempotencyKey?: string; clientAddress?: string; language?: string; budget?: number };

/** A service as it runs, on real Postgres and NATS; its neighbours are fakes of their contracts. */
export class TestService {
  readonly events: EventEnvelope[] = [];
  /** The lines of the security log, as they are written. */
  readonly securityLines: string[] = [];
  instances: RunningService[] = [];
  private database: TestDatabase;
  private client: NatsConnection;
  private connection: BusConnection;
  private bus: Bus;
  private pool: pg.Pool;
  identity: TestIdentity;
  environment: Record<string, string>;
  private faults: Faults = {};

  private constructor(private readonly definition: ServiceDefinition) {}

  static async start<C extends ServiceConfig>(
    definition: ServiceDefinition<C>,
    options: TestServiceOptions = {},
  ): Promise<TestService> {
    const test = new TestService(definition as unknown as ServiceDefinition);
    await test.prepare(options);
    try {
      for (let i = 0; i < (options.instances ?? 1); i++) await test.addInstance();
    } catch (error) {
      await test.stop();
      throw error;
    }
    return test;
  }

  private async prepare(options: TestServiceOptions): Promise<void> {
    this.faults = options.faults ?? {};
    const servers = testServers();
    const login = { user: servers.natsUser, password: servers.natsPassword };
    this.database = await testDatabase(
      this.definition.name,
      this.definition.entities,
      this.definition.migrations,
    );
    this.pool = new pg.Pool({ connectionString: this.database.url, max: 4 });
    // Dropping the database at the end cuts connections that are being closed.
    this.pool.on('error', () => undefined);
    this.client = await connect({
      servers: servers.nats,
      inboxPrefix: '_INBOX_test',
      authenticator: usernamePasswordAuthenticator(login.user, login.password),
    });
    await this.emptyStreams();
    await busMigrate({ url: servers.nats, ...login, maxBytes: 32 * 1024 ** 2 });
    this.connection = await BusConnection.open({
      url: servers.nats,
      service: 'test',
      logger: makeLogger('test', 'silent'),
      ...login,
    });
    this.bus = new Bus(this.connection);
    this.identity = await TestIdentity.make();
    this.client.subscribe('evt.>', { callback: (_e, m) => this.record(m) });
    if (this.definition.name !== 'identity')
      this.fake(this.definition.signingKeys, () => Promise.resolve({ keys: this.identity.keys }) as never);
    this.environment = {
      DATABASE_URL: this.database.url,
      NATS_URL: servers.nats,
      NATS_USER: login.user,
      NATS_PASSWORD: login.password,
      DATA_KEY: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      ...options.environment,
    };
    await this.client.flush();
  }

  /** A callback that throws would end the whole connection's reading; a spec may publish what is no JSON. */
  private record(message: Msg): void {
    try {
      this.events.push(message.json<EventEnvelope>());
    } catch {
      this.events.push({ subject: message.subject } as EventEnvelope);
    }
  }

  private async emptyStreams(): Promise<void> {
    const manager = await jetstreamManager(this.client, { checkAPI: false });
    for await (const stream of manager.streams.list()) await manager.streams.delete(stream.config.name);
  }

  async addInstance(environment: Record<string, string> = {}): Promise<RunningService> {
    const level = process.env.TEST_LOG ?? 'fatal';
    const log = makeLogger(this.definition.name, level, { write: (line) => this.logged(line) });
    const instance = await startService(
      this.definition,
      { ...this.environment, ...environment },
      { log, faults: this.faults },
    );
    this.instances.push(instance);
    return instance;
  }

  private logged(line: string): void {
    if (line.includes('"security":')) this.securityLines.push(line);
    if (process.env.TEST_LOG) process.stdout.write(line);
  }

  /** What the security log says of one event, oldest first. */
  securityLog(event: SecurityEvent): (SecurityFacts & { network?: string })[] {
    return this.securityLines
      .map((line) => (JSON.parse(line) as { security: SecurityFacts & { event: string } }).security)
      .filter((security) => security.event === event);
  }

  /** Asks the service as a person would through the gateway; `null` for nobody. */
  async ask<C extends RequestContract>(
    contract: C,
    input: InputOf<C>,
    as: Actor | null,
    more: Ask = {},
  ): Promise<ReplyOf<C>> {
    return this.bus.ask(contract, input, await this.identity.context(as, more));
  }

  /** Asks with a token as it is, also a forged one. */
  askWithToken<C extends RequestContract>(
    contract: C,
    input: InputOf<C>,
    actorToken: string,
  ): Promise<ReplyOf<C>> {
    return this.bus.ask(contract, input, new RequestContext({ actorToken }));
  }

  /** A plain request, for what is no contract. */
  async request<T>(subject: string): Promise<T> {
    return (await this.client.request(subject)).json<T>();
  }

  /** Publishes to any subject, with any subject to reply to, as a hostile client would. */
  publishRaw(subject: string, body: object, reply: string): void {
    this.client.publish(subject, JSON.stringify(body), { reply });
  }

  /** How many messages arrive at a subject because of `work`, until the bus is quiet. */
  async answersAt(subject: string, work: () => void): Promise<number> {
    let seen = 0;
    const subscription = this.client.subscribe(subject, { callback: () => void seen++ });
    await this.client.flush();
    work();
    await this.client.flush();
    await sleep(200);
    subscription.unsubscribe();
    return seen;
  }

  /** Answers in a neighbour's stead; what it is asked and what it answers must fit the contract. */
  fake<C extends RequestContract>(
    contract: C,
    answer: (input: InputOf<C>) => Promise<ReplyOf<C>> | ReplyOf<C>,
  ): void {
    this.client.subscribe(contract.subject, {
      callback: (_error, message) => {
        void (async () => {
          try {
            const input = message.json<InputOf<C>>();
            const asked = validate(contract.request, input, 'strict');
            if (asked.length)
              throw new Error(`the fake of ${contract.subject} was asked ${JSON.stringify(asked)}`);
            const reply = await answer(input);
            const answered = contract.reply ? validate(contract.reply, reply, 'strict') : [];
            if (answered.length)
              throw new Error(`the fake of ${contract.subject} answered ${JSON.stringify(answered)}`);
            message.respond(JSON.stringify(reply ?? null));
          } catch (error) {
            const h = natsHeaders();
            h.set(header.problem, '1');
            message.respond(JSON.stringify(toProblem(error, contract.errors, '').document), { headers: h });
          }
        })();
      },
    });
  }

  /** Publishes an event as its owner's relay would. The message id may be given, to deliver the same twice. */
  async publish<E extends EventContract>(
    contract: E,
    data: PayloadOf<E>,
    more: Partial<EventEnvelope> & { raw?: string; msgId?: string } = {},
  ): Promise<string> {
    const id = more.id ?? uuidv7();
    const envelope: EventEnvelope = {
      id,
      subject: contract.subject,
      occurredAt: new Date().toISOString(),
      companyId: more.companyId ?? null,
      userId: more.userId ?? null,
      aggregateId: more.aggregateId ?? uuidv7(),
      aggregateVersion: more.aggregateVersion ?? 1,
      data,
    };
    await jetstream(this.client).publish(contract.subject, more.raw ?? JSON.stringify(envelope), {
      msgID: more.msgId ?? id,
    });
    return id;
  }

  /** The payloads of the events of one contract that this spec has seen so far. */
  emitted<E extends EventContract>(contract: E): (EventEnvelope & { data: PayloadOf<E> })[] {
    return this.events.filter((e) => e.subject === contract.subject) as (EventEnvelope & {
      data: PayloadOf<E>;
    })[];
  }

  /** Looks into the service's database, for what no request shows. */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(sql, parameters)).rows as T[];
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map((i) => i.stop()));
    await this.connection.close();
    await this.client.close();
    await this.pool.end();
    await this.database.drop();
  }
}

/** The code of the problem that a request ends with, for tables of refusals; `OK` if it does not. */
export async function codeOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'OK';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
