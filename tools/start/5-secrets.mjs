import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../world/problem.mjs';
import { readJson, writeJson } from '../world/record.mjs';
import { compiledOf, root, services } from './settings.mjs';

/**
 * Made once, kept in `.tessera/secrets.json` (mode 0600). Losing it makes the data useless.
 * @typedef {object} Secrets
 * @property {string} postgresPassword                      of the superuser
 * @property {Record<string, string>} databasePasswords     by service
 * @property {Record<string, { seed: string, publicKey: string }>} nkeys  NATS users: the services, gateway, admin
 * @property {Record<string, string>} dataKeys              by service; `k1:<base64 of 32 bytes>`, encryption at rest
 * @property {{ key: string, certificate: string, rootPublicKey: string, rootKey?: string }} signing  the demo's own key chain
 * @property {string} passwordPepper
 * @property {string} codeLookupKey
 * @property {string} cursorKey
 */

/** @param {string} home */
export const secretsFile = (home) => join(home, 'secrets.json');

/** Keeps what exists and adds what a newer version needs besides. @param {string} home @returns {Promise<Secrets>} */
export async function loadSecrets(home) {
  const file = secretsFile(home);
  const old = readJson(file);
  if (!old && [file, join(home, 'postgres'), join(home, 'seeded.json')].some((path) => existsSync(path))) {
    throw new Problem(
      `${file} is missing or damaged, and the data cannot be read without it; restore it, or delete all data with npm run reset.`,
    );
  }
  const secrets = {
    postgresPassword: old?.postgresPassword ?? password(),
    databasePasswords: each(services, (name) => old?.databasePasswords?.[name] ?? password()),
    nkeys: await makeNkeys(old?.nkeys ?? {}),
    dataKeys: each(services, (name) => old?.dataKeys?.[name] ?? `k1:${key()}`),
    signing: old?.signing ?? (await makeSigningKeys()),
    passwordPepper: old?.passwordPepper ?? key(),
    codeLookupKey: old?.codeLookupKey ?? key(),
    cursorKey: old?.cursorKey ?? key(),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(old)) writeJson(file, secrets, 0o600);
  return secrets;
}

const password = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('base64');

/** @template T @param {string[]} names @param {(name: string) => T} make @returns {Record<string, T>} */
function each(names, make) {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

/** @param {Record<string, { seed: string, publicKey: string }>} old */
async function makeNkeys(old) {
  const { createUser } = await import('@nats-io/nkeys');
  return each([...services, 'gateway', 'admin'], (name) => {
    if (old[name]) return old[name];
    const user = createUser();
    return { seed: new TextDecoder().decode(user.getSeed()), publicKey: user.getPublicKey() };
  });
}

/**
 * A vendor keeps the root key offline; the demo makes one, signs one product key with it and keeps both. What a key
 * signs counts only within its certificate's time, so that covers every license of a demo, past ones too.
 */
async function makeSigningKeys() {
  const file = join(root, compiledOf('licensing'), 'signing/make-keys.js');
  const { makeRootKey, makeProductKey } = await import(pathToFileURL(file).href);
  const inYears = (/** @type {number} */ years) => new Date(Date.now() + years * 365 * 24 * 3_600_000);
  const rootKey = makeRootKey();
  const product = makeProductKey(rootKey, { productIds: '*', notBefore: inYears(-3), notAfter: inYears(20) });
  return {
    key: product.privateKeyPem,
    certificate: product.certificateText,
    rootPublicKey: rootKey.publicKeyPem,
    rootKey: rootKey.privateKeyPem,
  };
}
