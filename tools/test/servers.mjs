import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testNatsConfig } from '../jest/nats-config.mjs';
import { startNats } from '../world/nats.mjs';
import { freePorts } from '../world/ports.mjs';
import { startPostgres, unsafeButFast } from '../world/postgres.mjs';
import { fingerprint, isAlive } from '../world/processes.mjs';
import { readRuntime, stopLeftovers, writeRuntime } from '../world/record.mjs';
import { sweepWorlds } from '../world/world.mjs';

const prefix = 'tessera-test-';

/**
 * One Postgres and one NATS for a whole test run, in a folder of its own that goes with it.
 * @param {import('../start/steps.mjs').Say} [say]
 */
export async function startServers(say) {
  await sweep();
  const dir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dir, 0o755); // Postgres runs as another user where we are root
  /** @type {import('../world/record.mjs').Runtime} */
  const runtime = {
    state: 'starting',
    supervisor: { pid: process.pid, fingerprint: fingerprint(process.pid) ?? '' },
    processes: [],
    ports: {},
    urls: {},
    paths: { home: dir },
  };
  const note = (/** @type {string} */ name, /** @type {number} */ pid) => {
    runtime.processes.push({ name, pid, fingerprint: fingerprint(pid) ?? 'gone' });
    writeRuntime(dir, runtime);
  };
  writeRuntime(dir, runtime);

  const [postgresPort, natsPort] = await freePorts(2);
  const password = randomBytes(12).toString('base64url');
  const settings = { ...unsafeButFast, max_connections: '400' };
  const postgres = await startPostgres({
    dir: join(dir, 'postgres'),
    port: postgresPort,
    password,
    logFile: join(dir, 'postgres.log'),
    settings,
  });
  note('postgres', postgres.pid);
  const natsDir = join(dir, 'nats');
  const nats = await startNats({
    dir: natsDir,
    port: natsPort,
    config: testNatsConfig(natsPort, natsDir),
    logFile: join(dir, 'nats.log'),
    say,
  });
  note('nats', nats.pid);
  return { dir, note, env: { TEST_POSTGRES_URL: postgres.url, TEST_NATS_URL: nats.url } };
}

/** @typedef {Awaited<ReturnType<typeof startServers>>} Servers */

/** Stops this run's servers, and servers and worlds of runs that were killed; removes their folders. @param {string} [own] */
export async function sweep(own) {
  await sweepWorlds();
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dir = join(tmpdir(), name);
    const runtime = readRuntime(dir);
    if (dir !== own && (!runtime || isAlive(runtime.supervisor))) continue;
    await stopLeftovers(dir);
    if (existsSync(dir)) rmSync(dir, { recursive: true, force: true });
  }
}
