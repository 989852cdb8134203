import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { testServers } from '@tessera/platform/testing';
import { plainPaths } from './docs/plain-paths.js';
import { startGateway, type RunningGateway } from './gateway.js';
import { PREFIX } from './http/routes.js';

describe('the gateway, with no service behind it', () => {
  let gateway: RunningGateway;

  beforeAll(async () => {
    const { nats, natsUser, natsPassword } = testServers();
    gateway = await startGateway({
      NATS_URL: nats,
      NATS_USER: natsUser,
      NATS_PASSWORD: natsPassword,
      PORT: '0',
      LOG_LEVEL: 'silent',
      BLOB_URL: 'file:///tmp/tessera-gateway-spec',
      // The files of the portal are served by a library that Jest cannot load; the browser tests see them.
      PORTAL_DIR: '/nowhere',
    });
  });
  afterAll(() => gateway.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${gateway.url}${path}`, { headers });

  it('is alive, not ready, and names each service that is away', async () => {
    expect((await get('/healthz')).status).toBe(200);
    const ready = await get('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'not_ready',
      bus: { ready: true },
      services: { licensing: { ready: false } },
    });
    const inside = await fetch(`http://127.0.0.1:${gateway.healthPort}/readyz`);
    expect(inside.status).toBe(200);
    expect(await inside.json()).toMatchObject({
      parts: {
        fleet: { services: expect.arrayContaining([{ name: 'licensing', instances: 0, versions: [] }]) },
      },
    });
  });

  it('answers 503 with Retry-After at once instead of letting a client wait, in the client’s language', async () => {
    const began = performance.now();
    const answer = await get(`${PREFIX}/products`, { 'accept-language': 'fr;q=0.4, de-AT' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('content-language')).toBe('de');
    expect(await answer.json()).toMatchObject({
      code: 'UNAVAILABLE',
      detail: expect.stringContaining('nicht erreichbar'),
    });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('refuses a body that is too large with a problem document', async () => {
    const answer = await fetch(`${gateway.url}${PREFIX}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'x'.repeat(1_200_000) }),
    });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', status: 413 });
  });

  it.each([
    ['with its length', (all: string) => [`content-length: ${all.length}`, all]],
    [
      'in chunks',
      (all: string) => ['transfer-encoding: chunked', `${all.length.toString(16)}\r\n${all}\r\n0\r\n\r\n`],
    ],
  ])(
    'lets the client send a body that is too large, %s, to its end before it closes',
    async (_how, framed) => {
      const { hostname, port } = new URL(gateway.url);
      const [header, body] = framed('x'.repeat(3_000_000)) as [string, string];
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.setEncoding('utf8').on('data', (text) => (answer += text));
      const closed = once(socket, 'close');
      socket.write(
        `POST ${PREFIX}/auth/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${header}\r\n\r\n`,
      );
      // As over a slow line: the gateway has refused it long before its end.
      for (let at = 0; at < body.length; at += 300_000) {
        await sleep(20);
        if (!socket.destroyed) socket.write(body.slice(at, at + 300_000));
      }
      await closed;
      expect(socket.bytesWritten).toBeGreaterThan(3_000_000);
      expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*PAYLOAD_TOO_LARGE/);
    },
  );

  it('keeps the figures off the public port', async () => {
    expect((await get('/metrics')).status).toBe(404);
    const figures = await fetch(`http://127.0.0.1:${gateway.healthPort}/metrics`);
    expect(await figures.text()).toMatch(
      /tessera_http_seconds_count\{route="GET \/api\/v1\/products",status="503"\} 1/,
    );
  });

  it('goes on with the caller’s trace', async () => {
    const answer = await get(`${PREFIX}/nowhere`, {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    expect(await answer.json()).toMatchObject({
      code: 'NOT_FOUND',
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
  });

  it('serves a page for its API that runs under a policy without inline scripts', async () => {
    const page = await get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script>|onload=/);
    for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
      expect((await get(`/api/docs/${file}`)).status).toBe(200);
    expect((await get('/api/docs/..%2f..%2fpackage.json')).status).toBe(404);
  });

  it('has every route that the document describes by hand', () => {
    const fastify = gateway.app.getHttpAdapter().getInstance();
    for (const [path, item] of Object.entries(plainPaths)) {
      // A WebSocket is no route of Fastify's; gateway/src/devices/agent-sockets.spec.ts connects to it.
      if (path === '/agent/connect') continue;
      const url = PREFIX + path.replace(/\{(\w+)\}/g, ':$1');
      for (const method of Object.keys(item)) {
        expect({
          method,
          url,
          known: fastify.hasRoute({ method: method.toUpperCase() as 'GET', url }),
        }).toEqual({ method, url, known: true });
      }
    }
  });
});
