import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestRelease } from '../documents/released.mjs';
import { root } from '../start/settings.mjs';
import { takeFromPackage } from '../world/distribution.mjs';
import { run } from '../world/run.mjs';

/** Whether a file system of a size that can be filled may be mounted here. */
export async function canMount() {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'tessera-mount-'));
  const { code } = await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], {});
  if (code === 0) await run('umount', [folder], {});
  rmSync(folder, { recursive: true, force: true });
  return code === 0;
}

const LIBRARY = 'faketime/libfaketime.so.1';

/**
 * The library that shows a process another time of day: the system's, else the distribution's package unpacked into
 * .tessera/bin.
 * @param {(line: string) => void} say
 */
export async function findFaketime(say) {
  const kept = join(root, '.tessera/bin/libfaketime.so.1');
  const places = readdirSync('/usr/lib').flatMap((folder) =>
    folder.endsWith('-linux-gnu') ? [`usr/lib/${folder}/${LIBRARY}`] : [],
  );
  const installed = places.map((place) => `/${place}`).find(existsSync);
  if (installed) return installed;
  if (existsSync(kept)) return kept;
  say('libfaketime is not installed: fetching its package');
  try {
    return await takeFromPackage('libfaketime', places, kept);
  } catch {
    throw new Error("libfaketime is missing, and the distribution's package could not be fetched");
  }
}

/**
 * Why the release before cannot be packed here: a clone without its commit, which a full fetch brings.
 * @returns {Promise<string | undefined>} nothing where it can
 */
export async function releaseIsMissing() {
  const commit = newestRelease()?.commit;
  if (!commit) return 'no release is recorded in contracts/released';
  const { code } = await run('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root });
  return code === 0
    ? undefined
    : `commit ${commit.slice(0, 12)} is not in this clone (git fetch --unshallow)`;
}
