import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeFromPackage } from './distribution.mjs';
import { Problem } from './problem.mjs';

const bin = fileURLToPath(new URL('../../.tessera/bin', import.meta.url));
const oldest = [2, 9];

/**
 * The NATS server of the PATH, else the distribution's package unpacked into .tessera/bin: nothing is installed.
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} command
 */
export async function findNats(say = () => {}) {
  const kept = join(bin, 'nats-server');
  for (const command of ['nats-server', kept]) if (isRecentEnough(command)) return command;
  say('NATS is not in the PATH: fetching the package nats-server');
  try {
    return await unpackPackage(kept);
  } catch (error) {
    throw new Problem(
      `NATS (nats-server ${oldest.join('.')} or newer) is missing, and the distribution's package could not be fetched. Three ways to get it:
  1. apt-get install nats-server      (Debian, Ubuntu; or your system's own package)
  2. put the binary from https://github.com/nats-io/nats-server/releases into ${bin} or the PATH
  3. run one elsewhere, e.g. docker run -p 4222:4222 nats -js, and set NATS_URL=nats://127.0.0.1:4222`,
      { detail: error instanceof Error ? error.message.trim() : String(error) },
    );
  }
}

/** @param {string} command */
function isRecentEnough(command) {
  try {
    const text = execFileSync(command, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [, major, minor] = (/v(\d+)\.(\d+)/.exec(text) ?? []).map(Number);
    return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  } catch {
    return false;
  }
}

/** @param {string} kept */
async function unpackPackage(kept) {
  return takeFromPackage('nats-server', ['usr/sbin/nats-server', 'usr/bin/nats-server'], kept);
}
