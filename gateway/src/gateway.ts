import cookie from '@fastify/cookie';
import { Global, Module, type CanActivate, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  answerDiscovery,
  Bus,
  BusConnection,
  CONFIG,
  EventFeed,
  type Environment,
  HealthServer,
  JobRunner,
  LOGGER,
  makeLogger,
  NestLogger,
  readBuildInfo,
  ServiceStats,
  startTelemetry,
  stopTelemetry,
} from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestListener, Server } from 'node:http';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppModule } from './app.module.js';
import { guards } from './auth/auth.module.js';
import { readConfig, type Config } from './config.js';
import { ContextInterceptor } from './http/context.interceptor.js';
import { acceptJson, MAX_BODY_BYTES } from './http/json-body.js';
import { BodyTimeouts } from './http/body-timeouts.js';
import { Fleet, type ServiceOnBus } from './health/fleet.js';
import { accessLog, observe, secure, securityHeaders } from './http/hooks.js';
import { KnownPaths } from './http/known-paths.js';
import { checkProtocol, onClientError, refuseUnsupported } from './http/protocol-check.js';
import { timeSlicedRequestListener, TimeSlicer } from './http/time-sliced-listener.js';
import { ProblemFilter } from './http/problem-filter.js';
import { ReplyInterceptor } from './http/reply-interceptor.js';
import { coalesceWritesPerTick } from './http/write-coalescing.js';
import { admit } from './limits/admission.js';
import { CallerLimitGuard } from './limits/caller-limit.guard.js';
import { CallerLimits } from './limits/caller-limits.js';
import { countAddresses } from './limits/count-addresses.js';
import { limitIdleConnections } from './limits/idle-connections.js';
import { gatewayOverloadListener } from './limits/refusal.js';
import { EventStreams } from './live/event-streams.js';

/**
 * Connections that the system may hold while the process is busy. With Node's 511, a rush loses some of them silently, and
 * their clients are cut off after a quarter of a minute.
 */
const MAX_BACKLOG = 4_096;
/** The head of a request must be there within this time, also on a connection that has sent nothing yet. */
const HEADERS_TIMEOUT_MS = 10_000;
/**
 * A connection on which nothing moves, in either direction, is ended: most of all one whose client does not take its answer.
 * More than twice what any request may take, and than the interval of the streams' heartbeats.
 */
const IDLE_TIMEOUT_MS = 60_000;

export interface RunningGateway {
  app: NestFastifyApplication;
  url: string;
  healthPort: number;
  stop(): Promise<void>;
}

/** Providers for the whole gateway. */
@Global()
@Module({})
class EdgeModule {
  static with(config: Config, connection: BusConnection, logger: Logger): DynamicModule {
    const provided = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: BusConnection, useValue: connection },
      { provide: EventFeed, useValue: new EventFeed(connection) },
      JobRunner.provider(config, logger),
      Bus,
    ];
    return {
      module: EdgeModule,
      providers: provided,
      exports: provided,
      imports: [AppModule, DiscoveryModule],
    };
  }
}

/** Starts the gateway in this process: configuration, bus, HTTP. */
export async function startGateway(environment: Environment): Promise<RunningGateway> {
  const config = readConfig(environment);
  const logger = makeLogger('gateway', config.LOG_LEVEL);
  const build = readBuildInfo('gateway', import.meta.url);
  await startTelemetry(build, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  let connection: BusConnection | null = null;
  let waiting = 'not asked yet';
  let listening = false;
  let fleetPart: () => Promise<Record<string, { ready: boolean; services: ServiceOnBus[] }>> = () =>
    Promise.resolve({});
  const health = new HealthServer(build, () =>
    Promise.resolve({
      bus: connection?.readiness ?? { ready: false, detail: waiting },
      http: { ready: listening },
    }).then(async (parts) => ({ ...parts, ...(await fleetPart()) })),
  );
  const healthPort = await health.listen(config.HEALTH_HOST, config.HEALTH_PORT);
  connection = await BusConnection.open({
    url: config.NATS_URL,
    service: 'gateway',
    logger,
    ...(config.NATS_NKEY_SEED ? { nkeySeed: config.NATS_NKEY_SEED } : {}),
    ...(config.NATS_USER ? { user: config.NATS_USER, password: config.NATS_PASSWORD ?? '' } : {}),
    waiting: (reason) => (waiting = reason),
  });
  const app = await makeApp(config, connection, logger);
  app.get(EventFeed, { strict: false }).start();
  answerDiscovery(connection, new ServiceStats('gateway'), build);
  await app.listen({ host: config.HOST, port: config.PORT, backlog: MAX_BACKLOG });
  listening = true;
  const fleet = app.get(Fleet, { strict: false });
  // For operators to see; a gateway whose services are away is as ready as any.
  fleetPart = async () => ({ fleet: { ready: true, services: await fleet.services() } });
  logger.info({ url: await app.getUrl(), build }, 'ready');
  const stop = async () => {
    health.stopping = true;
    await stopApp(app);
    await connection.close();
    await health.close();
    await stopTelemetry();
  };
  return { app, url: await app.getUrl(), healthPort, stop };
}

async function makeApp(
  config: Config,
  connection: BusConnection,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const headers = securityHeaders(config);
  const paths = new KnownPaths();
  const problems = new ProblemFilter(logger, paths);
  const adapter = new FastifyAdapter({
    // The address is the one that the last trusted proxy saw; addresses that a client puts in front of it are ignored.
    trustProxy: (_address: string, hop: number) => hop < config.TRUSTED_PROXIES,
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: 500 },
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
      // Checked by http/protocol-check.ts, whose answer is a problem like every other.
      requireHostHeader: false,
    },
    clientErrorHandler: onClientError(headers) as never,
    // What the router cannot read never gets to the hooks.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply.headers(headers)),
    // While it drains, a request on a connection that is already open is answered like any other.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    // Bodies have their own: http/body-timeouts.ts.
    requestTimeout: 0,
    connectionTimeout: IDLE_TIMEOUT_MS,
    disableRequestLogging: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    EdgeModule.with(config, connection, logger),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new NestLogger(logger),
    },
  );
  app.setGlobalPrefix('api/v1', {
    exclude: [
      '/healthz',
      '/readyz',
      '/api/docs',
      '/api/docs/:file',
      '/api/v1/openapi.json',
      '/api/v1/brand',
      '/brand.css',
      '/brand/:image',
    ],
  });
  app.useGlobalFilters(problems);
  app.useGlobalGuards(...guards.map((guard) => app.get<CanActivate>(guard, { strict: false })));
  app.useGlobalInterceptors(new ContextInterceptor(), new ReplyInterceptor());
  await app.register(cookie);
  const fastify = adapter.getInstance();
  paths.collect(fastify);
  secure(fastify, config);
  observe(fastify, accessLog(logger, config));
  const guard = app.get(CallerLimitGuard, { strict: false });
  countAddresses(fastify, app.get(CallerLimits, { strict: false }), guard);
  admit(fastify, config);
  await app.init();
  const slicer = new TimeSlicer();
  acceptJson(fastify as never, slicer);
  await fastify.ready();
  replaceRequestListener(fastify.server, headers, slicer, config);
  limitIdleConnections(fastify.server, config.TRUSTED_PROXIES);
  coalesceWritesPerTick(fastify.server);
  return app;
}

/** Puts what every request passes before Fastify in front of Fastify's own listener. */
function replaceRequestListener(
  server: Server,
  headers: Record<string, string>,
  slicer: TimeSlicer,
  { TRUSTED_PROXIES }: Config,
): void {
  const [handle] = server.listeners('request') as RequestListener[];
  const bodies = new BodyTimeouts(headers);
  server.on('close', () => bodies.stop());
  server.removeAllListeners('request');
  const begin = timeSlicedRequestListener(handle!, gatewayOverloadListener(headers), slicer, TRUSTED_PROXIES);
  server.on('request', checkProtocol(bodies.watching(begin), headers));
  refuseUnsupported(server, headers);
}

/** Lets requests in flight finish; streams are ended, and their clients come back to another instance. */
async function stopApp(app: NestFastifyApplication): Promise<void> {
  app.get(EventStreams, { strict: false }).close();
  app.get(EventFeed, { strict: false }).stop();
  const closing = app.close();
  await Promise.race([closing, sleep(15_000, undefined, { ref: false })]);
}
