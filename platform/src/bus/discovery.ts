import { requestsOf } from '@tessera/contracts/kit';
import { v7 as uuidv7 } from 'uuid';
import type { BuildInfo } from '../observability/build-info.js';
import type { BusConnection } from './connection.js';

interface EndpointStats {
  name: string;
  subject: string;
  queue_group: string;
  num_requests: number;
  num_errors: number;
  /** Nanoseconds, as the NATS services API wants it. */
  processing_time: number;
  average_processing_time: number;
}

/** Figures of each endpoint, for `$SRV.STATS`. */
export class ServiceStats {
  readonly endpoints = new Map<string, EndpointStats>();

  constructor(readonly service: string) {
    for (const { subject } of requestsOf(service)) {
      this.endpoints.set(subject, {
        name: subject.split('.').slice(2).join('-'),
        subject,
        queue_group: service,
        num_requests: 0,
        num_errors: 0,
        processing_time: 0,
        average_processing_time: 0,
      });
    }
  }

  count(subject: string, seconds: number, failed: boolean): void {
    const e = this.endpoints.get(subject);
    if (!e) return;
    e.num_requests++;
    if (failed) e.num_errors++;
    e.processing_time += Math.round(seconds * 1e9);
    e.average_processing_time = Math.round(e.processing_time / e.num_requests);
  }
}

/**
 * Answers `$SRV.PING|INFO|STATS`, for all, for this service and for this instance, by the conventions of the NATS
 * services API (ADR-32), so that operators see which builds run (`node operate.mjs fleet`).
 */
export function answerDiscovery(
  connection: BusConnection,
  stats: ServiceStats,
  { version, commit, build, contracts }: BuildInfo,
): void {
  const name = connection.service;
  const id = uuidv7();
  const started = new Date().toISOString();
  const head = { name, id, version, metadata: { 'contract-hash': contracts, commit, build } };
  const answers: Record<string, () => object> = {
    PING: () => ({ type: 'io.nats.micro.v1.ping_response', ...head }),
    INFO: () => ({
      type: 'io.nats.micro.v1.info_response',
      ...head,
      description: '',
      endpoints: [...stats.endpoints.values()].map((e) => ({
        name: e.name,
        subject: e.subject,
        queue_group: name,
      })),
    }),
    STATS: () => ({
      type: 'io.nats.micro.v1.stats_response',
      ...head,
      started,
      endpoints: [...stats.endpoints.values()],
    }),
  };
  for (const [verb, answer] of Object.entries(answers)) {
    for (const subject of [`$SRV.${verb}`, `$SRV.${verb}.${name}`, `$SRV.${verb}.${name}.${id}`]) {
      connection.hear(subject, {
        callback: (message) => {
          if (message.reply?.startsWith('_INBOX_')) message.respond(JSON.stringify(answer()));
        },
      });
    }
  }
}
