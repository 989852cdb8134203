import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

/**
 * Event loop delay is sampled so often. prom-client's 10 ms wake an idle process a hundred times a second, which was most of
 * what it used; a loop that stands still for as long as anyone would notice shows with 50 ms as well.
 */
const EVENT_LOOP_SAMPLE_MS = 50;

collectDefaultMetrics({ eventLoopMonitoringPrecision: EVENT_LOOP_SAMPLE_MS });

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export const requestSeconds = new Histogram({
  name: 'tessera_request_seconds',
  help: 'Requests answered on the bus, by subject and outcome.',
  labelNames: ['subject', 'code'],
  buckets,
});
export const outboxUnpublished = new Gauge({
  name: 'tessera_outbox_unpublished',
  help: 'Events that are committed and not yet on the bus, as the relay last saw them; 200 is the most it looks at.',
});
export const outboxLeading = new Gauge({
  name: 'tessera_outbox_leading',
  help: '1 in the instance that publishes the events of its service, of which there is one.',
});
export const outboxLagSeconds = new Gauge({
  name: 'tessera_outbox_lag_seconds',
  help: 'Age of the oldest event that is not yet on the bus.',
});
export const outboxPublished = new Counter({
  name: 'tessera_outbox_published_total',
  help: 'Events published.',
});
export const eventsHandled = new Counter({
  name: 'tessera_events_handled_total',
  help: 'Deliveries of events, by consumer and outcome (done, duplicate, failed, dead).',
  labelNames: ['consumer', 'outcome'],
});
export const consumerPending = new Gauge({
  name: 'tessera_consumer_pending',
  help: 'Events of a durable consumer that are not acknowledged yet; every instance reports the same figure.',
  labelNames: ['consumer'],
});
export const deadLettersOpen = new Gauge({
  name: 'tessera_dead_letters',
  help: 'Dead letters in the database of the service that nobody has replayed.',
});
export const jobSeconds = new Histogram({
  name: 'tessera_job_seconds',
  help: 'Runs of periodic jobs, by job and outcome (done, failed).',
  labelNames: ['job', 'outcome'],
  buckets: [0.01, 0.1, 1, 10, 60],
});
export const busConnected = new Gauge({
  name: 'tessera_bus_connected',
  help: '1 while the bus is connected.',
});
export const buildInfo = new Gauge({
  name: 'tessera_build_info',
  help: '1; its labels say which build this is: the version of the service, the commit and a hash of the program, its contracts.',
  labelNames: ['name', 'version', 'commit', 'build', 'contracts'],
});
export const signingKeyEnd = new Gauge({
  name: 'tessera_signing_key_end_seconds',
  help: 'When the certificate of the product key ends, in seconds since 1970; nothing that it signs counts after that.',
  labelNames: ['key'],
});
export const busRefused = new Gauge({
  name: 'tessera_bus_refused',
  help: '1 for each subject that the bus does not permit this instance to subscribe to or to publish to.',
  labelNames: ['operation', 'subject'],
});
export const httpSeconds = new Histogram({
  name: 'tessera_http_seconds',
  help: 'HTTP requests, by route and status.',
  labelNames: ['route', 'status'],
  buckets,
});

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { max: number };
}
let pool: Pool | null = null;
/** The pool whose figures `/metrics` shows from now on; one a process. */
export const showPool = (shown: Pool | null): void => void (pool = shown);

export const databaseConnections = new Gauge({
  name: 'tessera_database_connections',
  help: 'The pool: connections in use and idle, the most it may have (limit), and callers that wait for one (waiting).',
  labelNames: ['state'],
  collect() {
    if (!pool) return this.reset();
    this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    this.set({ state: 'idle' }, pool.idleCount);
    this.set({ state: 'waiting' }, pool.waitingCount);
    this.set({ state: 'limit' }, pool.options.max);
  },
});

export { Counter, Gauge, register as metricsRegister };
