#!/usr/bin/env node
/**
 * `node infra/k8s/secrets.mjs FILE | kubectl apply -n tessera -f -`: the secrets that the manifests refer to, from the
 * file that tools/compose-env.mjs has made. The same file gives the same secrets. The root key is not among them.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';

const databases = ['identity', 'licensing', 'support', 'devices', 'notifications'];
/** What only one of them has. @type {Record<string, string[]>} */
const own = {
  identity: ['PASSWORD_PEPPER'],
  licensing: ['CODE_LOOKUP_KEY', 'SIGNING_KEY', 'SIGNING_CERTIFICATE', 'ROOT_PUBLIC_KEY'],
  notifications: ['SMTP_URL'],
};

/** @typedef {{ kind: string, metadata: { name: string }, stringData?: Record<string, string>, data?: Record<string, string> }} Manifest */

/** @param {Record<string, string | undefined>} variables @returns {Manifest[]} */
export function secretsOf(variables) {
  const value = (/** @type {string} */ name) => {
    const text = variables[name];
    if (!text) throw new Error(`${name} is missing.`);
    return text;
  };
  const pick = (/** @type {string[]} */ names) =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  const upper = (/** @type {string} */ name) => name.toUpperCase();
  const seed = (/** @type {string} */ name) => ({ NATS_NKEY_SEED: value(`NATS_NKEY_SEED_${upper(name)}`) });
  // Derived, so that a second run does not part the servers from each other.
  const clusterPassword = createHmac('sha256', seed('admin').NATS_NKEY_SEED).update('cluster').digest('hex');
  const users = Object.entries(JSON.parse(value('NATS_USERS')));
  return [
    ...databases.map((name) =>
      secret(name, {
        ...seed(name),
        DATA_KEY: value(`DATA_KEY_${upper(name)}`),
        ...pick(own[name] ?? []),
      }),
    ),
    ...databases.map((name) => ({
      ...secret(`postgres-${name}`, { username: name, password: value(`PASSWORD_${upper(name)}`) }),
      type: 'kubernetes.io/basic-auth',
    })),
    secret('gateway', seed('gateway')),
    secret('object-storage', pick(['S3_ACCESS_KEY', 'S3_SECRET_KEY'])),
    secret('nats-admin', seed('admin')),
    secret('nats-cluster', { password: clusterPassword }),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'nats-users' },
      data: Object.fromEntries(users.map(([name, key]) => [`NKEY_${upper(name)}`, String([key].flat()[0])])),
    },
  ];
}

/** @param {string} name @param {Record<string, string>} stringData */
const secret = (name, stringData) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2];
  if (!file) {
    console.error('Usage: node infra/k8s/secrets.mjs FILE');
    process.exit(2);
  }
  const items = secretsOf(parseEnv(readFileSync(file, 'utf8')));
  console.log(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2));
}
