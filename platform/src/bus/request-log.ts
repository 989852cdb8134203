import { Inject, Injectable } from '@nestjs/common';
import { requestSeconds } from '../observability/metrics.js';
import { AccessLog } from '../security/access-log.js';
import { ServiceStats } from './discovery.js';
import type { BusRequest } from './pipeline/bus-request.js';

/** What is recorded of every request, however it ended: metrics, the figures of `$SRV.STATS`, the security log. */
@Injectable()
export class RequestLog {
  constructor(
    @Inject(ServiceStats) private readonly stats: ServiceStats,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  note(request: BusRequest, seconds: number): void {
    const { subject } = request.contract;
    requestSeconds.observe({ subject, code: request.code }, seconds);
    this.stats.count(subject, seconds, request.code === 'INTERNAL');
    this.accessLog.note(request);
  }
}
