import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Takes one file out of a package of the distribution (Debian, Ubuntu) and keeps it: nothing is installed, and nobody
 * needs to be root.
 * @param {string} name of the package
 * @param {string[]} places where the file may be in it
 * @param {string} kept where it is put
 * @returns {Promise<string>} kept
 */
export async function takeFromPackage(name, places, kept) {
  const bin = dirname(kept);
  mkdirSync(bin, { recursive: true });
  const work = mkdtempSync(join(bin, 'fetch-'));
  try {
    // A bare machine has no package lists; private ones need no root, which the system's would.
    mkdirSync(join(work, 'lists/partial'), { recursive: true });
    mkdirSync(join(work, 'cache/archives/partial'), { recursive: true });
    const own = [
      '-q',
      '-o',
      `Dir::State::lists=${work}/lists`,
      '-o',
      `Dir::Cache=${work}/cache`,
      '-o',
      'Debug::NoLocking=1',
      '-o',
      'APT::Sandbox::User=',
    ];
    await must('apt-get', ['-q', '-o', 'APT::Sandbox::User=', 'download', name], work).catch(async () => {
      await must('apt-get', [...own, 'update'], work);
      await must('apt-get', [...own, 'download', name], work);
    });
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
    await must('dpkg', ['-x', String(archive), 'files'], work);
    const found = places.map((place) => join(work, 'files', place)).find(existsSync);
    renameSync(String(found), kept);
    return kept;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} command @param {string[]} args @param {string} cwd */
async function must(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(output || `${command} ended with code ${code}`);
}
