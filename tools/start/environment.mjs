import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainEnvironment } from '../world/processes.mjs';
import { services } from './settings.mjs';

/**
 * What each process is told. One entry per process; everything it gets stands here and in `common`.
 * @typedef {object} Place
 * @property {import('./settings.mjs').Settings} settings
 * @property {import('./5-secrets.mjs').Secrets} secrets
 * @property {{ nats: string, smtp: string, databases: Record<string, string> }} urls
 * @property {Record<string, number>} healthPorts  by process name
 */

/** @type {Record<string, (place: Place) => Record<string, string | undefined>>} */
const own = {
  identity: ({ secrets }) => ({
    BOOTSTRAP_ADMIN_EMAIL: bootstrapAdmin,
    PASSWORD_PEPPER: secrets.passwordPepper,
  }),
  licensing: ({ secrets }) => ({
    SIGNING_KEY: secrets.signing.key,
    SIGNING_CERTIFICATE: secrets.signing.certificate,
    ROOT_PUBLIC_KEY: secrets.signing.rootPublicKey,
    CODE_LOOKUP_KEY: secrets.codeLookupKey,
  }),
  support: () => ({}),
  devices: () => ({}),
  notifications: ({ urls }) => ({
    SMTP_URL: urls.smtp,
    MAIL_FROM: process.env.MAIL_FROM ?? 'Northwind Security <no-reply@vendor.example>',
  }),
  gateway: ({ settings, secrets }) => ({
    PORT: String(settings.ports.gateway),
    HOST: settings.host,
    BLOB_URL: settings.blobUrl ?? pathToFileURL(join(settings.home, 'blobs')).href,
    CURSOR_KEY: secrets.cursorKey,
    BRAND_NAME: process.env.BRAND_NAME ?? 'Northwind Security',
    BRAND_SUPPORT: process.env.BRAND_SUPPORT ?? 'support@vendor.example',
    BRAND_LINKS: process.env.BRAND_LINKS ?? JSON.stringify(demoLinks),
  }),
};

const demoLinks = {
  terms: { en: 'https://vendor.example/terms', de: 'https://vendor.example/de/terms' },
  privacy: { en: 'https://vendor.example/privacy', de: 'https://vendor.example/de/privacy' },
  imprint: { en: 'https://vendor.example/imprint' },
};

export const bootstrapAdmin = 'admin@vendor.example';

/** Settings of the person's environment that go through to every process unchanged. */
const passedOn = /^(LOG_LEVEL|NODE_OPTIONS|BRAND_.*|OTEL_.*|ARGON2_.*)$/;

/** @param {string} name @param {Place} place */
function common(name, { settings, secrets, urls, healthPorts }) {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    PUBLIC_URL: settings.publicUrl,
    HEALTH_PORT: String(healthPorts[name]),
    NATS_URL: urls.nats,
    NATS_NKEY_SEED: process.env[`NATS_NKEY_SEED_${name.toUpperCase()}`] ?? secrets.nkeys[name].seed,
    ...(services.includes(name) && { DATABASE_URL: urls.databases[name], DATA_KEY: secrets.dataKeys[name] }),
  };
}

/** For one process alone: `IDENTITY__ACCESS_TOKEN_SECONDS=10` sets ACCESS_TOKEN_SECONDS of identity. @param {string} name */
export function overridesOf(name) {
  const prefix = `${name.toUpperCase()}__`;
  const mine = Object.entries(process.env).filter(([variable]) => variable.startsWith(prefix));
  return Object.fromEntries(mine.map(([variable, value]) => [variable.slice(prefix.length), value]));
}

/** @param {string} name a service or `gateway` @param {Place} place */
export function environmentOf(name, place) {
  return {
    ...plainEnvironment(),
    ...common(name, place),
    ...Object.fromEntries(Object.entries(process.env).filter(([variable]) => passedOn.test(variable))),
    ...overridesOf(name),
    ...own[name](place),
  };
}
