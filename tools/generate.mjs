#!/usr/bin/env node
/**
 * `npm run generate`: everything that follows from other sources and is committed: the lists of contracts, of each service's classes
 * and migrations; and from the contracts docs/api/*.json, the portal's types of the API, the cluster's nats.conf and the lists in the
 * services' READMEs. `--check` writes nothing and fails when something differs; it needs a build, as does
 * `--built`, which makes none.
 * A contract that breaks what has landed is refused; `--break REASON` excuses it, where nobody was served it yet.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { componentFiles } from './documents/components.mjs';
import { differences } from './documents/differences.mjs';
import { breaksFile, brokenSinceLanding, excusedBreaks, isReason, landedFile } from './documents/landed.mjs';
import { portalSchema, schemaFile } from './documents/portal-schema.mjs';
import { API_VERSION, contracts, gatewayRoutes, plainPaths } from './documents/registry.mjs';
import { fill, listsOf } from './documents/service-lists.mjs';
import { build } from './start/4-build.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { root, services } from './start/settings.mjs';
import { Problem } from './world/problem.mjs';

try {
  const check = process.argv.includes('--check');
  const components = await componentFiles();
  if (!check) {
    // The build is made of them, and the rest follows from the build.
    for (const [file, text] of Object.entries(components)) if (current(file) !== text) write(file, text);
    if (!process.argv.includes('--built')) await build(console.log);
  }
  const kit = await contracts();
  const landed = kit.recordContracts();
  requireNothingBroken(kit, landed);
  const openApi = kit.openApi(await gatewayRoutes(), API_VERSION, await plainPaths());
  const wanted = {
    ...components,
    'docs/api/asyncapi.json': json(kit.asyncApi(API_VERSION)),
    'docs/api/openapi.json': json(openApi),
    [landedFile]: json(landed),
    [schemaFile]: await portalSchema(openApi),
    'infra/nats/nats.conf': natsConfig(),
    ...Object.fromEntries(services.map((s) => readme(kit, s))),
  };
  const different = Object.entries(wanted).filter(([file, text]) => current(file) !== text);
  for (const [file, text] of different) {
    if (check) tell(file, text);
    else write(file, text);
  }
  if (different.length === 0) console.log('The generated files fit their sources.');
  else if (check) {
    console.error('\nRun npm run generate, look at what has changed, and commit it.');
    process.exitCode = 1;
  }
} catch (error) {
  exitOnProblem(error);
}

/** @param {any} kit @param {Record<string, any>} current */
function requireNothingBroken(kit, current) {
  const broken = brokenSinceLanding(kit, current);
  if (!broken.length) return;
  const at = process.argv.indexOf('--break');
  const reason = at > 0 ? process.argv[at + 1] : undefined;
  if (!isReason(reason))
    throw new Problem(
      `These contracts have landed on main, and somebody who was built against them would break:\n${broken
        .map(({ subject, where, what }) => `  ✗ ${subject}  ${where} ${what}`)
        .join(
          '\n',
        )}\nTake a new version beside the old one (…v2). Where nobody was served it yet: npm run generate -- --break "why nobody was"`,
    );
  write(breaksFile, json([...excusedBreaks(), ...broken.map((change) => ({ ...change, reason }))]));
}

/** @param {any} kit @param {string} service @returns {[string, string]} file and text */
function readme(kit, service) {
  const file = `services/${service}/README.md`;
  return [
    file,
    fill(
      current(file) ?? `# ${service}\n\n<!-- generated -->\n<!-- /generated -->\n`,
      listsOf(kit, service),
      file,
    ),
  ];
}

/** Who may say what on the bus of a cluster, as the operator's own command prints it. */
function natsConfig() {
  const command = ['--env-file=infra/nats/cluster.env', 'tools/operate.mjs', 'nats-config', '--sync-always'];
  return execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** @param {string} file */
function current(file) {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`wrote ${file}`);
}

/** @param {string} file @param {string} text */
function tell(file, text) {
  const lines = differences(current(file), text);
  console.error(`${file} differs:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
