import { createServer, type Socket } from 'node:net';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startNats } from './nats.mjs';
import { freePorts } from './ports.mjs';
import { probe } from '../../platform/test/probe-service.js';
import { startService } from '../../platform/src/service/run-service.js';
import { eventually, testDatabase } from '../../platform/src/testing/index.js';
import { busMigrate } from '../../platform/src/bus/bus-migrate.js';
import { connectWithRetry, reasonOf } from '../../platform/src/bus/connect.js';
import { BusConnection } from '../../platform/src/bus/connection.js';

interface Line {
  level: number;
  msg: string;
  reason?: string;
}

describe('a process that waits for the bus', () => {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'tessera-test-')));
  const lines: Line[] = [];
  const logger = pino({ level: 'info' }, { write: (text: string) => lines.push(JSON.parse(text) as Line) });
  let port: number;
  const url = () => `nats://someone:secret@127.0.0.1:${port}`;
  const bus = () =>
    startNats({
      dir,
      port,
      config: `host: 127.0.0.1\nport: ${port}\njetstream { store_dir: "${dir}/store" }\n`,
      logFile: join(dir, 'nats.log'),
    });
  beforeEach(async () => {
    [port] = (await freePorts(1)) as [number];
    lines.length = 0;
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('says at once why, goes on when it comes, and says why it is away later', async () => {
    const opening = BusConnection.open({ url: url(), service: 'probe', logger });
    await eventually(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatchObject({ level: 40, msg: 'the bus is not there yet' });
    expect(lines[0]!.reason).toMatch(/^nats:\/\/127\.0\.0\.1:\d+: .*refused/i);
    const first = await bus();
    const connection = await opening;
    expect(connection.readiness).toEqual({ ready: true });
    await first.stop();
    await eventually(() => {
      expect(connection.readiness.ready).toBe(false);
      expect(connection.readiness.detail).toMatch(/^out of reach: .*refused/i);
    });
    expect(lines.at(-1)).toMatchObject({ level: 40, msg: 'the bus is out of reach' });
    const second = await bus();
    await eventually(() => expect(connection.readiness).toEqual({ ready: true }), 10_000);
    await connection.close();
    await second.stop();
  }, 60_000);

  it('learns of a server that accepts and sends nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(port, '127.0.0.1');
    const reasons: string[] = [];
    const asking = connectWithRetry({ url: url() }, { timeout: 200 }, (reason) => reasons.push(reason), 500);
    await expect(asking).rejects.toThrow(/timeout/i);
    expect(reasons).toEqual([expect.stringMatching(/timeout/i)]);
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => silent.close(done));
  });

  it('tells a streams’ command what it waits for, and lets it end in a bounded time', async () => {
    const reasons: string[] = [];
    const migrating = busMigrate({ url: url(), patience: 1_000, waiting: (reason) => reasons.push(reason) });
    await expect(migrating).rejects.toThrow(/refused/i);
    expect(reasons).toEqual([expect.stringMatching(/refused/i)]);
    expect(reasons.join()).not.toContain('secret');
  });

  it('blames the bus, and not the database that is there', async () => {
    const database = await testDatabase('probe', [], probe.migrations);
    const [health] = (await freePorts(1)) as [number];
    const starting = startService(probe, {
      DATABASE_URL: database.url,
      NATS_URL: url(),
      DATA_KEY: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      LOG_LEVEL: 'silent',
      HEALTH_PORT: String(health),
    });
    await eventually(async () => {
      const response = await fetch(`http://127.0.0.1:${health}/readyz`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        parts: {
          bus: { ready: false, detail: expect.stringMatching(/refused/i) },
          database: { ready: true },
        },
      });
    }, 15_000);
    const nats = await bus();
    const service = await starting;
    await eventually(async () => expect((await fetch(`http://127.0.0.1:${health}/readyz`)).ok).toBe(true));
    await service.stop();
    await nats.stop();
    await database.drop();
  }, 60_000);

  it('reads the cause of an error that has only a code', () => {
    const refused = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
    expect(reasonOf(new Error('failed', { cause: refused }))).toBe('failed: Error ECONNREFUSED');
    expect(reasonOf('odd')).toBe('odd');
  });
});
