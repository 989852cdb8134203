#!/usr/bin/env node
/**
 * Compares the contracts with those of the newest release, contracts/released/<version>.json, and with all that has landed on
 * main since, and fails when somebody who was built against them would break. `--record <version>` writes such a file. Needs
 * a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenSinceLanding, changesSince } from './documents/landed.mjs';
import { commitOf, newestRelease, releasedFolder } from './documents/released.mjs';
import { contracts } from './documents/registry.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { Problem } from './world/problem.mjs';

try {
  const kit = await contracts();
  const at = process.argv.indexOf('--record');
  if (at > 0) record(kit, process.argv[at + 1] ?? '');
  else compare(kit);
} catch (error) {
  exitOnProblem(error);
}

/** @param {any} kit @param {string} version */
function record(kit, version) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Problem('--record takes a version like 0.1.0.');
  const file = join(releasedFolder, `${version}.json`);
  const release = { version, commit: commitOf(), contracts: kit.recordContracts() };
  mkdirSync(releasedFolder, { recursive: true });
  try {
    // What is released does not change any more.
    writeFileSync(file, `${JSON.stringify(release, null, 1)}\n`, { flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    throw new Problem(`Release ${version} is recorded already; take the next version.`);
  }
  console.log(`recorded ${Object.keys(release.contracts).length} contracts as ${version}`);
}

/** @param {any} kit */
function compare(kit) {
  const current = kit.recordContracts();
  const landed = brokenSinceLanding(kit, current);
  for (const c of landed) console.log(`✗ ${c.subject}  ${c.where} ${c.what}, since it landed`);
  console.log(`${landed.length} breaking changes of what has landed on main`);
  const release = newestRelease();
  const changes = release ? changesSince(kit, release, current) : [];
  const breaking = changes.filter((c) => c.breaking);
  for (const c of changes) console.log(`${c.breaking ? '✗' : '+'} ${c.subject}  ${c.where} ${c.what}`);
  console.log(
    `${changes.length} changes since ${release?.version ?? 'no release'}, ${breaking.length} of them breaking`,
  );
  if (breaking.length + landed.length === 0) return;
  console.error(
    'A contract that changes otherwise than by addition gets a new version beside the old one (…v2).',
  );
  process.exitCode = 1;
}
