/** Whole worlds for end-to-end tests: a start of its own, in a home of its own, on free ports. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSecrets } from '../start/5-secrets.mjs';
import { urlsOf } from '../start/6-infrastructure.mjs';
import { partOf } from '../start/7-services.mjs';
import { readSettings, root } from '../start/settings.mjs';
import { logTail } from './logs.mjs';
import { freePorts } from './ports.mjs';
import { postgresDirectory, postgresOwner } from './postgres-binaries.mjs';
import { fingerprint, isAlive, launchReady, plainEnvironment, stopProcess } from './processes.mjs';
import { readRuntime, stopLeftovers } from './record.mjs';

/**
 * `npm start` in a home of its own. It stops by itself when the calling process dies.
 * @param {{ home: string, env?: Record<string, string>, within?: number }} options `env` overrides ports, URLs, LOG_LEVEL …
 */
export async function startWorld({ home, env = {}, within = 180_000 }) {
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755); // a folder of mkdtemp is private, and Postgres runs as another user where we are root
  const log = join(home, 'logs/start-output.log');
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      'mkdir -p "$2/logs"; exec "$0" "$1" >"$2/logs/start-output.log" 2>&1',
      process.execPath,
      join(root, 'tools/start.mjs'),
      home,
    ],
    {
      env: {
        ...plainEnvironment(),
        TESSERA_PORTS: 'free',
        TESSERA_HOME: home,
        TESSERA_PARENT: String(process.pid),
        ...env,
      },
      stdio: 'ignore',
      detached: true,
    },
  );
  // Who starts it may end before it: a world can be shared.
  child.unref();
  const id = {
    pid: /** @type {number} */ (child.pid),
    fingerprint: fingerprint(/** @type {number} */ (child.pid)) ?? 'gone',
  };
  const runtime = () => /** @type {import('./record.mjs').Runtime} */ (readRuntime(home));
  const stop = () => stopProcess(id, { signal: 'SIGTERM', within: 60_000 });
  for (
    const end = Date.now() + within;
    readRuntime(home)?.state !== 'ready' || runtime().supervisor.pid !== id.pid;
  ) {
    if (!isAlive(id) || Date.now() > end) {
      await stop();
      throw new Error(`The world in ${home} did not start:\n${logTail(log, 0, 40)}`);
    }
    await sleep(100);
  }
  return worldIn(home, id);
}

/**
 * A world that runs.
 * @param {string} home @param {{ pid: number, fingerprint: string }} id of its supervisor
 */
export function worldIn(home, id) {
  const runtime = () => /** @type {import('./record.mjs').Runtime} */ (readRuntime(home));
  return {
    home,
    id,
    /** Read afresh, since a part that was killed comes back with another pid. */
    runtime,
    stop: () => stopProcess(id, { signal: 'SIGTERM', within: 60_000 }),
    /** Deletes everything; after `stop()`. */
    remove: () => removeWorld(home),
    /** @param {string} name @param {Record<string, string>} [more] */
    startInstance: (name, more) => startInstance(runtime(), name, more),
  };
}

/** Of a test's world in the folder for temporary files; the pid of who started it comes next, then a dash. */
export const worldPrefix = 'tessera-e2e-';

/** Ends and removes the worlds whose test is gone: it was killed, or its time was up before the start was through. */
export async function sweepWorlds() {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(worldPrefix));
  for (const name of names) {
    const owner = parseInt(name.slice(worldPrefix.length));
    if (!owner || fingerprint(owner)) continue;
    const home = join(tmpdir(), name);
    const supervisor = readRuntime(home)?.supervisor;
    if (supervisor) await stopProcess(supervisor, { signal: 'SIGTERM', within: 30_000 });
    await stopLeftovers(home);
    removeWorld(home);
  }
}

/** Deletes everything of a world that does not run. @param {string} home */
export function removeWorld(home) {
  for (const folder of [postgresDirectory(join(home, 'postgres'), postgresOwner()), home])
    rmSync(folder, { recursive: true, force: true });
}

/**
 * One more process of a service (or gateway, on a port of its own) beside those that a world runs.
 * @param {import('./record.mjs').Runtime} runtime
 * @param {string} name
 * @param {Record<string, string>} [env]
 */
export async function startInstance({ ports, paths }, name, env = {}) {
  const [health, door] = await freePorts(2);
  const settings = await readSettings({
    TESSERA_HOME: paths.home,
    GATEWAY_PORT: String(name === 'gateway' ? door : ports.gateway),
    MAIL_WEB_PORT: String(ports.mailWeb),
    MAIL_SMTP_PORT: String(ports.mailSmtp),
    POSTGRES_PORT: String(ports.postgres),
    NATS_PORT: String(ports.nats),
    PUBLIC_URL: `http://localhost:${ports.gateway}`,
  });
  const secrets = await loadSecrets(paths.home);
  const part = partOf(name, {
    settings,
    secrets,
    urls: urlsOf({ settings, secrets }),
    healthPorts: { [name]: health },
  });
  const running = await launchReady({
    ...part,
    env: { ...part.env, ...env },
    logFile: join(paths.logs, `${name}-${health}.log`),
  });
  return { ...running, port: name === 'gateway' ? door : health };
}
