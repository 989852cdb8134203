import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Unpacks packages of the distribution, and all that they need and the machine lacks, into a folder: nothing is installed,
 * and nobody has to be root.
 * @param {string[]} names @param {string} folder that does not exist yet @param {string} [status] of the packages that are there, for tests
 */
export async function unpackPackages(names, folder, status) {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), 'fetch-'));
  try {
    // A bare machine has no package lists; private ones need no root, which the system's would.
    for (const part of ['lists/partial', 'cache/archives/partial', 'files'])
      mkdirSync(join(work, part), { recursive: true });
    const options = [
      `Dir::State::lists=${work}/lists`,
      `Dir::Cache=${work}/cache`,
      'Debug::NoLocking=1',
      'APT::Sandbox::User=',
      'APT::Install-Recommends=false',
      ...(status ? [`Dir::State::status=${status}`] : []),
    ].flatMap((option) => ['-o', option]);
    const apt = (/** @type {string[]} */ ...args) => must('apt-get', ['-q', ...options, ...args], work);
    await apt('update');
    const plan = await apt('-s', 'install', ...names);
    await apt('download', ...[...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]));
    for (const archive of readdirSync(work).filter((name) => name.endsWith('.deb')))
      await must('dpkg', ['-x', archive, 'files'], work);
    renameSync(join(work, 'files'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} command @param {string[]} args @param {string} cwd */
async function must(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd, env: { ...process.env, LC_ALL: 'C' } });
  if (code !== 0) throw new Error(output || `${command} ended with code ${code}`);
  return output;
}
