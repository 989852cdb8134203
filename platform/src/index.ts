export { Bus, RawReply } from './bus/bus.js';
export { busMigrate, type BusMigrateOptions } from './bus/bus-migrate.js';
export { reasonOf } from './bus/connect.js';
export { BusConnection } from './bus/connection.js';
export { answerDiscovery, ServiceStats } from './bus/discovery.js';
export { EventFeed, type FeedListener } from './bus/event-feed.js';
export { fleetOf, type FleetInstance } from './bus/fleet.js';
export { Handles, type RequestHandler } from './bus/handles.js';
export { Consumes, type EventHandler } from './bus/consumes.js';
export { makeNkey } from './bus/nkey.js';
export { consumerName, streamName } from './events/names.js';
export {
  natsServerConfig,
  permissionsOf,
  type NatsCluster,
  type NatsServerConfig,
} from './bus/nats-config.js';
export type { Actor } from './context/actor.js';
export {
  ACTOR_AUDIENCE,
  ACTOR_ISSUER,
  ACTOR_TYPE,
  actorClaims,
  ActorTokens,
} from './context/actor-tokens.js';
export { Deadline } from './context/deadline.js';
export { RequestContext } from './context/request-context.js';
export { requireMatch, type IfMatch } from './context/require-match.js';
export { Trace } from './observability/trace.js';
export { singleKey, type ConfiguredKeys } from './crypto/configured-keys.js';
export { DataKey, randomSecret, sha256 } from './crypto/data-key.js';
export { arrayLiteral } from './database/array-literal.js';
export { columns, hydrate } from './database/columns.js';
export { Cursors, type Page } from './database/cursors.js';
export { databaseNow } from './database/database-now.js';
export { Database, repositoryOf, type Db } from './database/database.js';
export { Batcher, type Outcomes } from './database/batcher.js';
export { openDatabase, type OpenDatabase } from './database/open-database.js';
export { migrate, schemaDrift } from './database/migrate.js';
export { NO_GENERIC_PLAN } from './database/statement.js';
export { TenantRepository, type TenantRow } from './database/tenant-repository.js';
export { BatchedTransaction, type BatchedRequest } from './database/batched-transaction.js';
export type { Emission } from './database/participant.js';
export { Transaction, type Tx } from './database/transaction.js';
export * from './errors/problem.js';
export { isConnectionFailure, sqlState, toProblem } from './errors/to-problem.js';
export { foldCode, MAX_TYPED_CODE_LENGTH } from './text/fold-code.js';
export { MAX_SEARCH_KEY_LENGTH, searchKey } from './text/search-key.js';
export { fill, placeholdersOf } from './texts/fill.js';
export { Texts } from './texts/texts.js';
export type { TextTree } from './texts/text-file.js';
export { Job, type JobOptions } from './jobs/job.js';
export { JobRunner } from './jobs/job-runner.js';
export { PeriodicJob, type PeriodicWork } from './jobs/periodic-job.js';
export { addressKey } from './limits/address-key.js';
export { AttemptWindowTable1796100000000 } from './limits/attempt-window-table.js';
export { FailureLimiter, type FailureLimit } from './limits/failure-limiter.js';
export { MailLimits, type AskedMail, type MailBounds, type MailVerdict } from './limits/mail-limits.js';
export { replayOutbox } from './outbox/replay.js';
export type { EventEnvelope } from './events/envelope.js';
export { DeadLetters, type DeadLetter } from './inbox/dead-letters.js';
export {
  busVariables,
  ConfigurationError,
  readEnvironment,
  serviceVariables,
  variable,
  type BusConfig,
  type Environment,
  type ServiceConfig,
} from './configuration/environment.js';
export { accentColors, type AccentColors } from './brand/accent.js';
export { contractHash, readBuildInfo, type BuildInfo } from './observability/build-info.js';
export {
  SecurityEvents,
  securityEvents,
  type SecurityEvent,
  type SecurityFacts,
} from './security/security-events.js';
export { HealthServer, type Readiness } from './service/health.js';
export { LOGGER, makeLogger } from './observability/logger.js';
export { Counter, Gauge, httpSeconds, signingKeyEnd } from './observability/metrics.js';
export { NestLogger } from './service/nest-logger.js';
export { actorTokens, CONFIG } from './service/platform-module.js';
export {
  dataSourceOf,
  runService,
  startService,
  stopOnSignal,
  type ServiceDefinition,
} from './service/run-service.js';
export { RunningService, type Faults } from './service/running-service.js';
export {
  httpSpan,
  type HttpSpan,
  startTelemetry,
  stopTelemetry,
  withSpan,
} from './observability/telemetry.js';
export { v7 as uuidv7 } from 'uuid';
