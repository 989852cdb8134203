import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNats } from './nats.mjs';
import { freePorts } from './ports.mjs';
import pg from 'pg';
import { addNote, noteAdded, probe, waitFor } from '../../platform/test/probe-service.js';
import { startService } from '../../platform/src/service/run-service.js';
import type { RunningService } from '../../platform/src/service/running-service.js';
import { eventually, testDatabase, type TestDatabase } from '../../platform/src/testing/index.js';
import { busMigrate } from '../../platform/src/bus/bus-migrate.js';
import { consumerName, streamName } from '../../platform/src/events/names.js';
import { natsServerConfig, permissionsOf } from '../../platform/src/bus/nats-config.js';

const seedOf = (pair: ReturnType<typeof createUser>) => new TextDecoder().decode(pair.getSeed());

/** A real server whose permissions are reloaded under a running service, as an operator does it with SIGHUP. */
describe('a service from which the bus takes a permission', () => {
  const users = { probe: createUser(), admin: createUser() };
  /** The service's own, several while it is exchanged. */
  let accepted = [users.probe];
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'tessera-test-')));
  const pull = `$JS.API.CONSUMER.MSG.NEXT.${streamName('probe')}.${consumerName('probe', noteAdded)}`;
  let nats: Awaited<ReturnType<typeof startNats>>;
  let port: number;
  let database: TestDatabase;
  let admin: NatsConnection;
  let service: RunningService | undefined;

  /** The configuration that the contracts make, without every line that has one of these. */
  function config(without: readonly string[] = []): string {
    const keys = Object.fromEntries(
      Object.entries(users).map(([name, pair]) => [name, pair.getPublicKey() as string | string[]]),
    );
    keys.probe = accepted.map((pair) => pair.getPublicKey());
    const text = natsServerConfig({ host: '127.0.0.1', port, storeDir: join(dir, 'store'), users: keys });
    const kept = text.split('\n').filter((line) => !without.some((subject) => line.includes(`"${subject}"`)));
    expect(text.split('\n').length - kept.length).toBeGreaterThanOrEqual(without.length);
    return kept.join('\n');
  }
  function reload(without: readonly string[] = []): void {
    writeFileSync(join(dir, 'nats.conf'), config(without));
    process.kill(nats.pid, 'SIGHUP');
  }
  async function start(as = users.probe): Promise<RunningService> {
    service = await startService(probe, {
      DATABASE_URL: database.url,
      NATS_URL: nats.url,
      NATS_NKEY_SEED: seedOf(as),
      DATA_KEY: `test:${Buffer.alloc(32, 7).toString('base64')}`,
      LOG_LEVEL: 'silent',
    });
    return service;
  }
  const at = (path: string) => fetch(`http://127.0.0.1:${service!.healthPort}${path}`);
  async function readiness(): Promise<{ status: number; bus: { ready: boolean; detail?: string } }> {
    const response = await at('/readyz');
    return {
      status: response.status,
      ...((await response.json()) as { parts: { bus: { ready: boolean } } }).parts,
    };
  }
  const refusedOnMetrics = async () =>
    (await (await at('/metrics')).text())
      .split('\n')
      .filter((line) => line.startsWith('tessera_bus_refused{'));
  const ask = async () =>
    (await admin.request(waitFor.subject, '{"milliseconds":0}', { timeout: 1_000 })).string();
  const isReady = () =>
    eventually(async () => expect(await readiness()).toMatchObject({ status: 200 }), 15_000);
  const isNotReadyFor = (subject: string) =>
    eventually(async () => {
      const { status, bus } = await readiness();
      expect(status).toBe(503);
      expect(bus.detail).toContain(subject);
    }, 15_000);

  beforeAll(async () => {
    [port] = (await freePorts(1)) as [number];
    nats = await startNats({ dir, port, config: config(), logFile: join(dir, 'nats.log') });
    await busMigrate({
      url: nats.url,
      nkeySeed: seedOf(users.admin),
      maxBytes: 1024 ** 2,
      services: ['probe'],
    });
    database = await testDatabase('probe', [], probe.migrations);
    admin = await connect({
      servers: nats.url,
      timeout: 60_000,
      inboxPrefix: '_INBOX_admin',
      authenticator: nkeyAuthenticator(users.admin.getSeed()),
    });
  }, 120_000);
  afterEach(async () => {
    await service?.stop();
    service = undefined;
    accepted = [users.probe];
    reload();
  });
  afterAll(async () => {
    await admin?.close();
    await nats?.stop();
    await database?.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  it.each([
    ['a request that it answers', `${waitFor.subject} probe`, waitFor.subject],
    ['what tells the fleet of it', '$SRV.INFO', '$SRV.INFO'],
    ['the wake-up of its relay', 'ctl.probe.>', 'ctl.probe.outbox'],
    ['its own inboxes', '_INBOX_probe.>', '_INBOX_probe.>'],
  ])(
    'is not ready, says why, and works again by itself: %s',
    async (_, line, subject) => {
      await start();
      await isReady();
      expect(await ask()).toBe('null');
      reload([line]);
      await isNotReadyFor(subject);
      expect(await refusedOnMetrics()).toEqual([expect.stringContaining(`subject="${subject}"`)]);
      reload();
      await isReady();
      expect(await refusedOnMetrics()).toEqual([]);
      expect(await ask()).toBe('null');
    },
    90_000,
  );

  it('comes up without one, and is ready as soon as it is given', async () => {
    reload([`${waitFor.subject} probe`, `${addNote.subject} probe`]);
    await start();
    await isNotReadyFor(waitFor.subject);
    expect((await readiness()).bus.detail).toContain(addNote.subject);
    await expect(ask()).rejects.toThrow();
    reload([`${addNote.subject} probe`]);
    await eventually(
      async () => expect((await readiness()).bus.detail).not.toContain(waitFor.subject),
      15_000,
    );
    expect(await ask()).toBe('null');
    expect((await readiness()).status).toBe(503);
    reload();
    await isReady();
  }, 90_000);

  it('hears its events as soon as it may ask for them', async () => {
    reload([pull]);
    await start();
    await isNotReadyFor(pull);
    const id = '018f0000-0000-7000-8000-000000000001';
    const event = { id, subject: noteAdded.subject, occurredAt: new Date().toISOString(), companyId: null };
    const data = { noteId: id, text: 'late' };
    const more = { userId: null, aggregateId: id, aggregateVersion: 1, data };
    admin.publish(noteAdded.subject, JSON.stringify({ ...event, ...more }));
    reload();
    await isReady();
    await eventually(async () => expect(await query('select text from effect')).toEqual([{ text: 'late' }]));
  }, 90_000);

  it('knows of a refused event, and of none when it may publish again; nothing was stored in trying', async () => {
    await start();
    await isReady();
    reload([noteAdded.subject]);
    const before = await stored();
    await query(
      `insert into outbox (id, subject, aggregate_id, aggregate_version, body)
       values (gen_random_uuid(), '${noteAdded.subject}', gen_random_uuid(), 1, '{}')`,
    );
    await isNotReadyFor(noteAdded.subject);
    reload();
    await isReady();
    await eventually(async () => expect(await stored()).toBe(before + 1));
  }, 90_000);

  it('answers every request while its key is exchanged, since two may overlap', async () => {
    const old = await start();
    await isReady();
    const next = createUser();
    const answers: string[] = [];
    let over = false;
    const asking = (async () => {
      while (!over) answers.push(await ask().catch(String));
    })();
    accepted = [next, users.probe];
    reload();
    // The server reads its configuration when it gets to it; an unknown key is refused twice, and then for good.
    await eventually(async () => {
      const nc = await connect({ servers: nats.url, authenticator: nkeyAuthenticator(next.getSeed()) });
      await nc.close();
    });
    await start(next);
    await isReady();
    await old.stop();
    accepted = [next];
    reload();
    await eventually(() => expect(answers.length).toBeGreaterThan(50));
    over = true;
    await asking;
    expect(answers.filter((answer) => answer !== 'null')).toEqual([]);
    expect(await ask()).toBe('null');
  }, 90_000);

  it('is not made to look ill by a request for an answer at a strange inbox', async () => {
    await start();
    await isReady();
    admin.publish(waitFor.subject, '{"milliseconds":0}', { reply: '_INBOX_stranger.1' });
    await eventually(async () => expect(await ask()).toBe('null'));
    expect((await readiness()).status).toBe(200);
    expect(permissionsOf('probe').publish).not.toContain('_INBOX_stranger.>');
  });

  async function query(sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<object>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async function stored(): Promise<number> {
    const answer = await admin.request(`$JS.API.STREAM.INFO.${streamName('probe')}`);
    return answer.json<{ state: { messages: number } }>().state.messages;
  }
});
