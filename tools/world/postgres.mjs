import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresBinaries, postgresDirectory, postgresOwner } from './postgres-binaries.mjs';
import { clearLeftovers, saysReady } from './postgres-leftovers.mjs';
import { Problem, explainLog } from './problem.mjs';
import { launchReady, plainEnvironment } from './processes.mjs';
import { run } from './run.mjs';

/** For data that nobody will miss: about twice as fast, and lost with a crash of the machine. */
export const unsafeButFast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * @typedef {object} PostgresOptions
 * @property {string} dir        data folder; made at the first start
 * @property {number} port       on 127.0.0.1, no socket file
 * @property {string} password   of the superuser `postgres`; fixed at the first start
 * @property {string} logFile
 * @property {Record<string, string>} [settings]
 * @property {Record<string, string | undefined>} [env] beside what every program gets
 */

/**
 * Starts Postgres by itself, for the test runner.
 * @param {PostgresOptions} options
 */
export async function startPostgres(options) {
  const { pid, fingerprint, stop } = await launchReady(await postgresPart(options));
  return { url: postgresUrl(options), pid, fingerprint, stop };
}

/** @param {{ port: number, password: string, user?: string, database?: string }} to */
export function postgresUrl({ port, password, user = 'postgres', database = 'postgres' }) {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/**
 * @param {PostgresOptions} options
 * @returns {Promise<import('./processes.mjs').Part>}
 */
export async function postgresPart({ dir: wished, port, password, logFile, settings = {}, env = {} }) {
  const owner = postgresOwner();
  const native = postgresBinaries(owner);
  const dir = postgresDirectory(wished, owner);
  if (!existsSync(join(dir, 'PG_VERSION'))) await makeCluster({ native, owner, dir, password });
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    ...settings,
  };
  return {
    name: 'postgres',
    command: join(native, 'bin/postgres'),
    args: [
      '-D',
      dir,
      '-p',
      String(port),
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: { ...plainEnvironment(), LC_MESSAGES: 'C', ...env },
    cwd: '/',
    ...owner,
    logFile,
    prepare: () => clearLeftovers(dir),
    ready: async () => saysReady(dir),
    stopSignal: 'SIGINT', // "fast": ends sessions, keeps every committed row
  };
}

/** Made aside and renamed when complete, so that an interrupted first start is simply repeated. */
async function makeCluster(
  /** @type {{ native: string, owner: { uid?: number, gid?: number }, dir: string, password: string }} */ {
    native,
    owner,
    dir,
    password,
  },
) {
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner.uid !== undefined)
    for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid ?? owner.uid);
  try {
    const { code, output } = await run(
      join(native, 'bin/initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-messages=C',
        '--no-sync',
        '--no-instructions',
      ],
      { ...owner, cwd: '/', env: { ...plainEnvironment(), LC_ALL: 'C' } },
    );
    if (code !== 0)
      throw new Problem(
        `Postgres could not make its data folder ${dir}. ${explainLog(output) ?? ''}`.trim(),
        { detail: output.trim() },
      );
    renameSync(draft, dir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
