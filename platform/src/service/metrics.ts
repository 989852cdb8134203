import { collectDefaultMetrics, Counter, Gauge, Histogram, register } from 'prom-client';

collectDefaultMetrics();

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export const requestSeconds = new Histogram({
  name: 'tessera_request_seconds',
  help: 'Requests answered on the bus, by subject and outcome.',
  labelNames: ['subject', 'code'],
  buckets,
});
export const outboxUnpublished = new Gauge({
  name: 'tessera_outbox_unpublished',
  help: 'Events that are committed and not yet on the bus, as the relay last saw them.',
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
export const busConnected = new Gauge({
  name: 'tessera_bus_connected',
  help: '1 while the bus is connected.',
});
export const httpSeconds = new Histogram({
  name: 'tessera_http_seconds',
  help: 'HTTP requests, by route and status.',
  labelNames: ['route', 'status'],
  buckets,
});

export { Counter, Gauge, register as metricsRegister };
