import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../world/problem.mjs';
import { freePorts } from '../world/ports.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Each with a database, a role, a NATS user, keys and a process of its own. */
export const services = ['identity', 'licensing', 'support', 'devices', 'notifications'];

/** Folder of a project, relative to the root. @param {string} name a service or `gateway` */
export const projectOf = (name) => (name === 'gateway' ? name : `services/${name}`);

/**
 * Folder of the compiled code, relative to the root: services are built with their migrations beside their source.
 * @param {string} name a service or `gateway`
 */
export const compiledOf = (name) => `${projectOf(name)}/${name === 'gateway' ? 'dist' : 'dist/src'}`;

/** What is started: the program that tools/bundle.mjs has made of it. @param {string} name */
export const mainOf = (name) => `${projectOf(name)}/dist/bundle/main.js`;

/** Setting, ordinary port, what it is for. */
const portTable = /** @type {const} */ ({
  gateway: ['GATEWAY_PORT', 8080, 'gateway and portal'],
  mailWeb: ['MAIL_WEB_PORT', 8025, "mail catcher's page"],
  mailSmtp: ['MAIL_SMTP_PORT', 1025, "mail catcher's SMTP"],
  postgres: ['POSTGRES_PORT', 54329, 'Postgres'],
  nats: ['NATS_PORT', 42229, 'NATS'],
});

/** @typedef {keyof typeof portTable} PortName */

/**
 * What the person who types `npm start` may choose; the only place of the start that reads the environment.
 * @typedef {object} Settings
 * @property {string} home                             all data, logs and secrets
 * @property {Record<PortName, number>} ports
 * @property {Partial<Record<PortName, [variable: string, purpose: string]>>} listening  those we open ourselves
 * @property {Record<string, string>} databaseUrls      of services with a real database instead of the embedded one
 * @property {string | undefined} natsUrl
 * @property {string | undefined} smtpUrl
 * @property {string | undefined} blobUrl
 * @property {string} publicUrl
 * @property {string} host                             the gateway's address to listen on
 * @property {boolean} seed                            make the demo world in a new home
 * @property {number[]} parents                       stop when one of these processes is gone
 */

/** @returns {Promise<Settings>} */
export async function readSettings(env = process.env) {
  const ports = await choosePorts(env);
  const databaseUrls = Object.fromEntries(
    services.flatMap((service) => {
      const url = env[`DATABASE_URL_${service.toUpperCase()}`];
      return url ? [[service, url]] : [];
    }),
  );
  const { NATS_URL: natsUrl, SMTP_URL: smtpUrl, BLOB_URL: blobUrl } = env;
  const open = {
    gateway: true,
    mailWeb: !smtpUrl,
    mailSmtp: !smtpUrl,
    postgres: services.some((service) => !databaseUrls[service]),
    nats: !natsUrl,
  };
  return {
    home: homeOf(env),
    ports,
    listening: Object.fromEntries(
      Object.entries(portTable).flatMap(([name, [variable, , purpose]]) =>
        open[/** @type {PortName} */ (name)] ? [[name, [variable, purpose]]] : [],
      ),
    ),
    databaseUrls,
    natsUrl: natsUrl || undefined,
    smtpUrl: smtpUrl || undefined,
    blobUrl: blobUrl || undefined,
    publicUrl: env.PUBLIC_URL || `http://localhost:${ports.gateway}`,
    host: env.GATEWAY_HOST || '127.0.0.1',
    parents: parentsOf(env),
    seed: env.TESSERA_SEED !== 'none',
  };
}

/** @returns {string} the folder with everything that is not source */
export function homeOf(env = process.env) {
  return env.TESSERA_HOME ? resolve(env.TESSERA_HOME) : join(root, '.tessera');
}

/**
 * A killed npm takes nothing along, so a start looks after those above it: npm and the shell it puts between, or the
 * test that made this world.
 * @param {NodeJS.ProcessEnv} env
 */
function parentsOf(env) {
  if (env.TESSERA_PARENT) return [Number(env.TESSERA_PARENT)];
  if (env.npm_lifecycle_event !== 'start') return [];
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const [, name, above] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    return /^(sh|dash|bash)$/.test(name) ? [process.ppid, Number(above)] : [process.ppid];
  } catch {
    return [process.ppid]; // no /proc here
  }
}

/** @returns {Promise<Record<PortName, number>>} */
async function choosePorts(/** @type {NodeJS.ProcessEnv} */ env) {
  const names = /** @type {PortName[]} */ (Object.keys(portTable));
  const free = env.TESSERA_PORTS === 'free' ? await freePorts(names.length) : undefined;
  return /** @type {Record<PortName, number>} */ (
    Object.fromEntries(
      names.map((name, index) => {
        const [variable, ordinary] = portTable[name];
        const text = env[variable];
        const port = text ? Number(text) : (free?.[index] ?? ordinary);
        if (!Number.isInteger(port) || port < 1 || port > 65535)
          throw new Problem(`${variable}=${text} is no port; give a number from 1 to 65535.`);
        return [name, port];
      }),
    )
  );
}
