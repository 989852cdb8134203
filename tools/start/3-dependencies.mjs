import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem, explainLog } from '../world/problem.mjs';
import { claim, release } from '../world/record.mjs';
import { run } from '../world/run.mjs';
import { root } from './settings.mjs';

const stamp = join(root, 'node_modules/.tessera-installed'); // npm ci empties node_modules, and the stamp with it

/** Installs what package-lock.json says, if it has changed since or was never installed. @param {import('./steps.mjs').Say} say */
export async function installDependencies(say) {
  const wanted = lockHash();
  const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isFresh()) return 'up to date';
  const lock = join(root, '.tessera/install.lock');
  const other = claim(lock);
  if (other)
    throw new Problem(
      `Process ${other.pid} is installing dependencies in this checkout; start again when it is done.`,
    );
  try {
    if (!isInstalledByNpm()) {
      say('npm ci — this takes a minute or two the first time');
      await npmCi();
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  } finally {
    release(lock);
  }
  return 'installed';
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Whether npm itself has installed this very lock file: its own record lists every package with its version. */
function isInstalledByNpm() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const packages = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(record);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, link }]) => {
      if (!path.startsWith('node_modules/')) return true;
      return link ? existsSync(join(root, path)) : optional || installed[path]?.version === version;
    },
  );
}

async function npmCi() {
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', process.stderr.isTTY ? 'inherit' : 'pipe'],
  });
  if (code !== 0) {
    throw new Problem(
      `The dependencies could not be installed (npm ci). ${explainLog(output) ?? 'Is the npm registry reachable?'}`,
      { detail: output.trim() },
    );
  }
}

/** Under `npm start` the outer npm's own variables would change what the inner one does. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(lifecycle|package|command|config_(local_prefix|noproxy))|NODE_ENV$)/.test(name),
    ),
  );
}
