#!/usr/bin/env node
/**
 * `npm run new-verb -- archiveLicense 'POST /licenses/:id/archive' --event licenseArchived --room licenses`: the skeletons of a verb
 * with its event, mail, notice and page. What it writes compiles after `npm run generate`; its spec fails until the rule is written.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { componentFiles } from './documents/components.mjs';
import { formatted } from './documents/formatted.mjs';
import { namesOf } from './new-verb/names.mjs';
import { skeletons } from './new-verb/skeletons.mjs';
import { updates } from './new-verb/updates.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { root, services } from './start/settings.mjs';
import { Problem } from './world/problem.mjs';

const USAGE = `Usage: npm run new-verb -- archiveLicense 'POST /licenses/:id/archive' --event licenseArchived --room licenses
  --service licensing        the service that owns it; from the room, unless several have one of that name
  --right licenses.manage    needed to ask it; without, every member of the company may
  --column 'license_entry.archived_at timestamptz'   makes the migration that adds it
  --area licenses            the folder of the portal; the room, unless told`;

try {
  const { values, positionals } = readArguments();
  const [verb, route] = positionals;
  const { event, room, right, column } = values;
  if (!verb || !route || !event || !room) throw new Problem(USAGE);
  const service = values.service ?? serviceWith(room);
  const names = namesOf({ verb, route, event, room, service, right, column, area: values.area ?? room });
  const made = skeletons(names, nextMigration(service));
  const changed = updates(names);
  const there = Object.keys(made).find((file) => existsSync(join(root, file)));
  if (there) throw new Problem(`${there} is there already.`);
  for (const [file, text] of Object.entries({ ...made, ...changed }))
    write(file, await formatted(file, text));
  for (const [file, text] of Object.entries(await componentFiles())) write(file, text);
  for (const file of Object.keys(made)) console.log(`made     ${file}`);
  for (const file of Object.keys(changed)) console.log(`changed  ${file}`);
  console.log(
    '\nNow: npm run generate, then the rule: the handler, its spec, and what CONTRIBUTING.md names besides.',
  );
} catch (error) {
  exitOnProblem(error);
}

/** @param {string} file from the root @param {string} text */
function write(file, text) {
  writeFileSync(join(root, file), text);
}

function readArguments() {
  const text = /** @type {const} */ ({ type: 'string' });
  const options = { event: text, room: text, service: text, right: text, column: text, area: text };
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new Problem(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

/** Now, or after the last that is there: they run in the order of their times. @param {string} service */
function nextMigration(service) {
  const times = readdirSync(join(root, 'services', service, 'migrations')).map((file) => parseInt(file) || 0);
  return Math.max(Date.now(), ...times.map((time) => time + 1));
}

/** @param {string} room */
function serviceWith(room) {
  const found = services.filter((service) =>
    readdirSync(join(root, 'services', service, 'src')).includes(room),
  );
  if (found.length !== 1)
    throw new Problem(
      `${found.length ? 'Several services have' : 'No service has'} a folder ${room}: --service tells which.`,
    );
  return found[0];
}
