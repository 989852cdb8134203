import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveSession } from '@tessera/contracts';
import { eventually, testServers, TestService } from '@tessera/platform/testing';
import { TesseraAgent } from '@tessera/agent';
import { startGateway } from '../../gateway/src/gateway.js';
import { service } from './src/service.js';
import { administrator } from './test/factories.js';

it('trial', async () => {
  const test = await TestService.start(service);
  const admin = administrator(test);
  test.fake(resolveSession, async () => ({
    actorToken: await test.identity.token(admin), useUntil: new Date(Date.now() + 60_000).toISOString(),
    sessionId: admin.sessionId, userId: admin.userId, companyId: admin.companyId, role: admin.role, rights: [...admin.rights], language: 'de',
  }));
  const s = testServers();
  const gateway = await startGateway({ NATS_URL: s.nats, NATS_USER: s.natsUser, NATS_PASSWORD: s.natsPassword, PORT: '0', LOG_LEVEL: 'warn', PUBLIC_URL: 'http://localhost:8080', BLOB_URL: 'file:///tmp/blobs-trial', CURSOR_KEY: Buffer.alloc(32).toString('base64'), CALLER_RATE: '1000000', CALLER_BURST: '1000000' }) as any;
  const port = gateway.port ?? gateway.app?.getHttpServer().address().port;
  const base = `http://127.0.0.1:${port}`;
  const api = async (method: string, path: string, body?: unknown, headers = {}) => {
    const r = await fetch(`${base}/api/v1${path}`, { method, headers: { authorization: 'Bearer x', ...(body ? { 'content-type': 'application/json' } : {}), ...headers }, body: body ? JSON.stringify(body) : null });
    const text = await r.text();
    return { status: r.status, etag: r.headers.get('etag'), body: text ? JSON.parse(text) : null };
  };
  const e = await api('POST', '/devices/enrollments', {});
  console.log(e.status, { ...e.body, qr: e.body.qr?.slice(0, 40) });
  const events: any[] = [];
  const agent = new TesseraAgent({ baseUrl: base, stateDir: mkdtempSync(join(tmpdir(), 'tr-')), describe: () => ({ report: { realTimeProtection: true }, apps: [{ product: 'P', version: '1' }] }),
    execute: { quick_scan: async () => ({ found: 0 }) }, onEvent: (x) => events.push(x) });
  await agent.enroll({ code: e.body.code, name: 'Trial', platform: 'linux' });
  agent.start();
  await eventually(() => expect(events.map((x) => x.type)).toContain('connected'));
  await eventually(async () => expect((await api('GET', '/devices')).body.items[0].online).toBe(true));
  console.log(JSON.stringify((await api('GET', '/devices')).body, null, 1));
  const id = agent.deviceId!;
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const n = events.filter((x) => x.type === 'order').length;
    const t = performance.now();
    const c = await api('POST', `/devices/${id}/commands`, { kind: 'quick_scan' });
    if (c.status !== 202) console.log(c);
    while (events.filter((x) => x.type === 'order').length === n) await new Promise((r) => setTimeout(r, 1));
    times.push(performance.now() - t);
    await eventually(async () => expect((await api('GET', `/devices/${id}/commands?limit=1`)).body.items[0].state).toBe('succeeded'));
  }
  console.log('command latency', times.map((x) => Math.round(x)).sort((a, b) => a - b).join(' '));
  const g = await api('GET', `/devices/${id}`);
  console.log(g.etag, (await api('PATCH', `/devices/${id}`, { name: 'Neu' })).body.code, (await api('PATCH', `/devices/${id}`, { name: 'Neu' }, { 'if-match': g.etag! })).body.name);
  console.log((await api('POST', `/devices/${id}/commands`, { kind: 'wipe' })).body, (await api('POST', `/devices/${id}/commands`, { kind: 'nope' })).body);
  // check-ins with nothing to do
  const idle = new TesseraAgent({ baseUrl: base, stateDir: mkdtempSync(join(tmpdir(), 'tr-')), live: false, describe: () => ({}), execute: {}, onEvent: () => 0 });
  await idle.enroll({ code: (await api('POST', '/devices/enrollments', {})).body.code, name: 'Idle', platform: 'linux' });
  const token = await (idle as any).sessions.token();
  await idle.stop();
  const { execFileSync } = await import('node:child_process');
  const { execFile } = await import('node:child_process');
  const http = await import('node:http');
  const b1 = http.createServer((q, r) => { q.resume(); q.on('end', () => r.setHeader('content-type','application/json').end(JSON.stringify({ deviceId: id, commands: [], serverTime: 'x', nextInterval: 30 }))); });
  await new Promise<void>((r) => b1.listen(0, r));
  const cannon = (url: string) => new Promise<any>((ok) => execFile('npx', ['autocannon', '-j', '-c', '32', '-d', '4', '-m', 'POST', '-H', 'content-type=application/json', '-b', JSON.stringify({ token }), url], { maxBuffer: 1e8 }, (e, out) => ok(JSON.parse(out))));
  for (let i = 0; i < 3; i++) {
    const a = await cannon(`http://127.0.0.1:${(b1.address() as any).port}/`);
    const b = await cannon(`${base}/api/v1/agent/sync`);
    console.log('B1', a.requests.average, 'sync', b.requests.average, b.non2xx, 'ratio', b.requests.average / a.requests.average);
  }
  b1.close();
  console.log('delete', (await api('DELETE', `/devices/${id}`)).status);
  await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'ended', code: 'ENROLLMENT_ENDED' }));
  console.log((await api('GET', `/devices/${id}`)).body.apps, (await api('GET', '/devices')).body.items.map((d: any) => [d.name, d.online]));
  await agent.enroll({ code: (await api('POST', '/devices/enrollments', {})).body.code, name: 'Trial', platform: 'linux' });
  agent.start();
  await eventually(() => expect(events.at(-1)).toMatchObject({ type: 'synced' }));
  const t = performance.now();
  await gateway.stop();
  console.log('gateway stopped in', performance.now() - t);
  await agent.stop();
  await test.stop();
}, 60000);
