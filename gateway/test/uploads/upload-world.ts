import { pino } from 'pino';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { getCompany, getContact, getEntitlements } from '@tessera/contracts';
import {
  Bus,
  BusConnection,
  CONFIG,
  LOGGER,
  makeLogger,
  RequestContext,
  type Actor,
} from '@tessera/platform';
import { TestService, testServers } from '@tessera/platform/testing';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { service } from '../../../services/support/src/service.js';
import { GuardChain } from '../../src/auth/guard-chain.js';
import { acceptJson, MAX_BODY_BYTES } from '../../src/http/json-body.js';
import { ProblemFilter } from '../../src/http/problem-filter.js';
import { KnownPaths } from '../../src/http/known-paths.js';
import { UploadsModule } from '../../src/uploads/uploads.module.js';

/** Gateways of uploads alone before the real support service; the bearer token names the person. */
export class UploadWorld {
  /** What the gateways have warned of. */
  readonly logged: string[] = [];
  readonly apps: NestFastifyApplication[] = [];
  readonly people = new Map<string, Actor>();
  /** The token for the bus that every request gets; null: a fresh one each. */
  token: string | null = null;
  support: TestService;
  blobs: string;
  /** Where the bytes are, if not in the folder. */
  blobUrl: string | null = null;
  private connection: BusConnection;

  static async start(environment: Record<string, string> = {}): Promise<UploadWorld> {
    const world = new UploadWorld();
    world.support = await TestService.start(service, { environment });
    world.support.fake(getContact, ({ userId }) => ({
      userId,
      companyId: null,
      email: 'p@example.com',
      firstName: 'Pat',
      lastName: 'Doe',
      language: 'en',
      role: 'member',
    }));
    world.support.fake(getCompany, ({ companyId }) => ({ id: companyId, name: 'Acme GmbH', country: 'DE' }));
    world.support.fake(getEntitlements, () => ({ products: [] }));
    const { nats, natsUser: user, natsPassword: password } = testServers();
    const logger = makeLogger('gateway', 'silent');
    world.connection = await BusConnection.open({ url: nats, service: 'gateway', logger, user, password });
    world.blobs = await mkdtemp(join(tmpdir(), 'tessera-blobs-'));
    return world;
  }

  /** A gateway on a free port. @returns its address */
  async addGateway(): Promise<string> {
    const adapter = new FastifyAdapter({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true });
    const app = await NestFactory.create<NestFastifyApplication>(this.module(), adapter, {
      bodyParser: false,
      abortOnError: false,
      logger: false,
    });
    app.setGlobalPrefix('api/v1');
    const filter = app.get(ProblemFilter);
    app.useGlobalFilters(filter);
    app.useGlobalGuards({ canActivate: (execution) => this.enter(execution) });
    const fastify = adapter.getInstance() as unknown as FastifyInstance;
    await app.init();
    acceptJson(fastify);
    fastify.setErrorHandler((error, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(error, request, reply),
    );
    await app.listen(0, '127.0.0.1');
    this.apps.push(app);
    return app.getUrl();
  }

  private module() {
    const logger = pino({ level: 'warn' }, { write: (line: string) => void this.logged.push(line) });
    const provided = [
      { provide: CONFIG, useValue: { BLOB_URL: this.blobUrl ?? pathToFileURL(this.blobs).href } },
      { provide: LOGGER, useValue: logger },
      { provide: Bus, useValue: new Bus(this.connection) },
      { provide: GuardChain, useValue: { run: (request: FastifyRequest) => this.attach(request) } },
      { provide: ProblemFilter, useValue: new ProblemFilter(logger, new KnownPaths()) },
    ];
    class EdgeModule {}
    Global()(EdgeModule);
    Module({ imports: [UploadsModule], providers: provided, exports: provided })(EdgeModule);
    return EdgeModule;
  }

  private async enter(execution: ExecutionContext): Promise<boolean> {
    return Boolean(await this.attach(execution.switchToHttp().getRequest<FastifyRequest>()));
  }

  private async attach(request: FastifyRequest): Promise<RequestContext> {
    const id = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const actor = this.people.get(id) ?? null;
    const actorToken = actor && (this.token ?? (await this.support.identity.token(actor)));
    request.tessera = new RequestContext({ actor, actorToken });
    return request.tessera;
  }

  person(facts: Partial<Actor> = {}): Actor {
    const actor = this.support.identity.actor(facts);
    this.people.set(actor.userId, actor);
    return actor;
  }

  async stop(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.close()));
    await this.connection.close();
    await this.support.stop();
    await rm(this.blobs, { recursive: true, force: true });
  }
}
