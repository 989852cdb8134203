#!/usr/bin/env node
/**
 * `node tools/compose-env.mjs [FILE]` makes the secrets for docker-compose.yml, once, in `.env` unless another file is
 * named; `--print` writes them to the terminal instead. An existing file is never overwritten: data cannot be read
 * without its keys.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './start/3-dependencies.mjs';
import { build } from './start/4-build.mjs';
import { loadSecrets } from './start/5-secrets.mjs';
import { exitOnProblem } from './start/exit.mjs';
import { root } from './start/settings.mjs';
import { Problem } from './world/problem.mjs';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { print: { type: 'boolean' } },
  });
  const file = resolve(positionals[0] ?? join(root, '.env'));
  const refusal = new Problem(`${file} exists and is not overwritten: it holds the keys of existing data.`);
  if (!values.print && existsSync(file)) throw refusal;
  const say = (/** @type {string} */ line) => console.error(line);
  await installDependencies(say);
  await build(say); // licensing's own code makes the signing keys
  const text = toText(await freshSections());
  if (values.print) process.stdout.write(text);
  else {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      throw /** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST' ? refusal : error;
    }
    console.log(
      `${file} is made. Look at its first lines, keep a copy in a safe place, and move ROOT_KEY out of it.`,
    );
  }
} catch (error) {
  exitOnProblem(error);
}

/** @typedef {{ comment: string, variables: Record<string, string> }} Section */

/** @returns {Promise<Section[]>} the same secrets as `npm start` makes, each one new */
async function freshSections() {
  const home = mkdtempSync(join(tmpdir(), 'tessera-secrets-'));
  try {
    return sectionsOf(await loadSecrets(home));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {import('./start/5-secrets.mjs').Secrets} secrets @returns {Section[]} */
function sectionsOf({ databasePasswords, dataKeys, nkeys, signing, ...secrets }) {
  const users = Object.fromEntries(Object.entries(nkeys).map(([name, { publicKey }]) => [name, publicKey]));
  const seeds = Object.fromEntries(Object.entries(nkeys).map(([name, { seed }]) => [name, seed]));
  return [
    {
      comment:
        'Yours to change. The first administrator is invited by mail when identity starts for the first time.',
      variables: {
        PUBLIC_URL: 'http://localhost:8080',
        BOOTSTRAP_ADMIN_EMAIL: 'admin@vendor.example',
        SMTP_URL: 'smtp://mail:1025',
        MAIL_FROM: 'Northwind Security <no-reply@vendor.example>',
        BRAND_NAME: 'Northwind Security',
        BRAND_ACCENT: '#0b6878',
        BRAND_SUPPORT: 'support@vendor.example',
        BRAND_LINKS: JSON.stringify({ terms: { en: 'https://vendor.example/terms' } }),
      },
    },
    {
      comment:
        'Postgres: the superuser, and one role a service. They stand in URLs, so keep to letters and digits.',
      variables: { POSTGRES_PASSWORD: secrets.postgresPassword, ...prefixed('PASSWORD', databasePasswords) },
    },
    {
      comment: 'The bus: public keys of its users for the server, and the seed of each.',
      variables: { NATS_USERS: JSON.stringify(users), ...prefixed('NATS_NKEY_SEED', seeds) },
    },
    { comment: 'Encryption at rest. Lost keys are lost data.', variables: prefixed('DATA_KEY', dataKeys) },
    {
      comment: 'Changing the first makes every password wrong, changing the second every activation code.',
      variables: { PASSWORD_PEPPER: secrets.passwordPepper, CODE_LOOKUP_KEY: secrets.codeLookupKey },
    },
    {
      comment:
        'The product key that signs key files and certificates, its certificate, and the root public key.',
      variables: {
        SIGNING_KEY: signing.key,
        SIGNING_CERTIFICATE: signing.certificate,
        ROOT_PUBLIC_KEY: signing.rootPublicKey,
      },
    },
    {
      comment: 'No container gets it. Move it to where no network is; you need it for the next product key.',
      variables: { ROOT_KEY: signing.rootKey ?? '' },
    },
    {
      comment: 'Object storage, and the first sign-in of Grafana (admin).',
      variables: {
        S3_ACCESS_KEY: randomBytes(10).toString('hex'),
        S3_SECRET_KEY: randomBytes(24).toString('base64url'),
        GRAFANA_PASSWORD: randomBytes(18).toString('base64url'),
      },
    },
  ];
}

/** @param {string} name @param {Record<string, string>} byService */
function prefixed(name, byService) {
  return Object.fromEntries(
    Object.entries(byService).map(([service, value]) => [`${name}_${service.toUpperCase()}`, value]),
  );
}

/** Single quotes: compose takes what stands between them as it is, over several lines too. @param {Section[]} sections */
function toText(sections) {
  const lines = sections.map(({ comment, variables }) =>
    [
      `# ${comment}`,
      ...Object.entries(variables).map(([name, value]) => `${name}='${quotable(value)}'`),
      '',
    ].join('\n'),
  );
  return `# Made by tools/compose-env.mjs for docker-compose.yml. Never commit it.\n\n${lines.join('\n')}`;
}

/** @param {string} value */
function quotable(value) {
  if (value.includes("'")) throw new Error('a value with a single quote cannot be written');
  return value;
}
