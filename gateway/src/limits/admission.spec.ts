import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:net';
import { eventually } from '@tessera/platform/testing';
import '../licensing/licensing.routes.js';
import '../support/support.routes.js';
import '../devices/devices.module.js';
import type { CheckIns } from '../devices/check-ins.js';
import { IdleCheckIns } from '../devices/idle-check-ins.js';
import { admit } from './admission.js';

describe('the admission of requests', () => {
  let server: FastifyInstance;
  let url: string;
  let inWork: (() => void)[];
  let seen: (request: FastifyRequest) => unknown;
  const finish = () => inWork.splice(0).forEach((end) => end());
  /** Ends requests as they come into work, until all are answered. */
  async function finishing(asked: Promise<Response>[]): Promise<Response[]> {
    const ending = setInterval(finish, 5);
    try {
      return await Promise.all(asked);
    } finally {
      clearInterval(ending);
    }
  }
  beforeEach(async () => {
    inWork = [];
    seen = () => undefined;
    server = fastify({ bodyLimit: 1_000 });
    const memory = {
      fromMemory: ({ token }: { token: string }) => (token === 'idle' ? { commands: [] } : null),
    };
    new IdleCheckIns({ httpAdapter: { getInstance: () => server } } as never, memory as unknown as CheckIns);
    admit(server, { SERVICE_CONCURRENCY: 2, SERVICE_TARGET_MS: 250 });
    const work = () => new Promise<object>((end) => inWork.push(() => end({ done: true })));
    server.get('/api/v1/products', work);
    server.post('/api/v1/activations', work);
    server.post('/api/v1/agent/sync', work);
    server.get('/api/v1/requests', () => ({ other: true }));
    server.get('/healthz', () => ({ alive: true }));
    server.addHook('preHandler', (request, _reply, done) => {
      seen(request);
      done();
    });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    finish();
    await server.close();
  });
  const get = (path: string) => fetch(`${url}${path}`);

  it('refuses with 503 and Retry-After what finds no slot, and answers all others', async () => {
    const asked = Array.from({ length: 7 }, () => get('/api/v1/products'));
    await eventually(() => expect(inWork).toHaveLength(2));
    const refused: Response[] = [];
    for (const one of asked) void one.then((answer) => answer.status === 503 && refused.push(answer));
    await eventually(() => expect(refused.length).toBeGreaterThanOrEqual(3));
    expect(refused[0]!.headers.get('retry-after')).toBe('1');
    expect(await refused[0]!.json()).toMatchObject({ code: 'UNAVAILABLE' });
    // Two are in flight and two queued; on a machine that is very slow the latter may have been queued for too long.
    const statuses = (await finishing(asked)).map((a) => a.status).sort();
    expect(statuses.filter((s) => s === 200).length).toBeGreaterThanOrEqual(2);
    expect(statuses.filter((s) => s !== 200 && s !== 503)).toEqual([]);
  });

  it('limits no other service, and no route that asks none', async () => {
    const asked = Array.from({ length: 4 }, () => get('/api/v1/products'));
    await eventually(() => expect(inWork).toHaveLength(2));
    expect((await get('/api/v1/requests')).status).toBe(200);
    expect((await get('/healthz')).status).toBe(200);
    await finishing(asked);
  });

  it('answers check-ins with nothing to do though the limit of devices is reached, and refuses the others', async () => {
    const checkIn = (token: string) =>
      fetch(`${url}/api/v1/agent/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
    const asked = Array.from({ length: 7 }, () => checkIn('other'));
    await eventually(() => expect(inWork).toHaveLength(2));
    const refused: Response[] = [];
    for (const one of asked) void one.then((answer) => answer.status === 503 && refused.push(answer));
    await eventually(() => expect(refused.length).toBeGreaterThanOrEqual(3));
    expect(await (await checkIn('idle')).json()).toEqual({ commands: [] });
    expect(inWork).toHaveLength(2);
    await finishing(asked);
  });

  it('takes the time that a request was queued from its budget', async () => {
    const queuedMs: number[] = [];
    seen = (request) => queuedMs.push(request.queuedMs!);
    const asked = Array.from({ length: 4 }, () => get('/api/v1/products'));
    await eventually(() => expect(inWork).toHaveLength(2));
    await sleep(60);
    await finishing(asked);
    expect(Math.min(...queuedMs)).toBeLessThan(50);
    expect(Math.max(...queuedMs)).toBeGreaterThan(50);
  });

  it('gives no slot to a request whose body does not come', async () => {
    const slow = connect(Number(new URL(url).port), '127.0.0.1');
    slow.write(
      'POST /api/v1/activations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await sleep(50);
    const asked = [get('/api/v1/products'), get('/api/v1/products')];
    await eventually(() => expect(inWork).toHaveLength(2));
    finish();
    expect((await Promise.all(asked)).map((a) => a.status)).toEqual([200, 200]);
    slow.destroy();
  });

  it('releases the slots of clients that disconnect, and of requests that fail', async () => {
    for (let n = 0; n < 5; n++) {
      const client = new AbortController();
      const asked = fetch(`${url}/api/v1/products`, { signal: client.signal }).catch(() => null);
      await eventually(() => expect(inWork).toHaveLength(1));
      client.abort();
      await asked;
      finish();
    }
    for (let n = 0; n < 5; n++) {
      const body = 'x'.repeat(2_000);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/v1/activations`, { method: 'POST', body, headers });
      expect(answer.status).toBe(413);
    }
    const asked = [get('/api/v1/products'), get('/api/v1/products')];
    await eventually(() => expect(inWork).toHaveLength(2));
    finish();
    expect((await Promise.all(asked)).map((a) => a.status)).toEqual([200, 200]);
  });
});
