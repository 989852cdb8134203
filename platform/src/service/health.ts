import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuildInfo } from '../observability/build-info.js';
import { metricsRegister } from '../observability/metrics.js';

/** Answers each named part of readiness; a part that is not ready says why. */
export type Readiness = () => Promise<Record<string, { ready: boolean; detail?: string }>>;

/**
 * `/healthz`, `/readyz` and `/metrics` on a port of their own, which is not the public one.
 * A plain `node:http` server: it must answer when everything else is in trouble.
 */
export class HealthServer {
  private server: Server | null = null;
  stopping = false;

  constructor(
    private readonly build: BuildInfo,
    private readonly readiness: Readiness,
  ) {}

  async listen(host: string, port: number): Promise<number> {
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '/').then(
        ([status, type, body]) => response.writeHead(status, { 'content-type': type }).end(body),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) =>
      this.server!.once('error', reject).listen(port, host, resolve),
    );
    return (this.server.address() as AddressInfo).port;
  }

  private async answer(url: string): Promise<[number, string, string]> {
    if (url === '/healthz') return [200, 'application/json', '{"status":"alive"}'];
    if (url === '/readyz') {
      const parts = await this.readiness();
      const ready = !this.stopping && Object.values(parts).every((p) => p.ready);
      return [
        ready ? 200 : 503,
        'application/json',
        JSON.stringify({ status: ready ? 'ready' : 'not_ready', build: this.build, parts }),
      ];
    }
    if (url === '/metrics') return [200, metricsRegister.contentType, await metricsRegister.metrics()];
    return [404, 'application/json', '{}'];
  }

  async close(): Promise<void> {
    const server = this.server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
