import { join } from 'node:path';
import { createDatabases } from '../world/databases.mjs';
import { maildevPart, smtpUrl } from '../world/maildev.mjs';
import { natsPart, natsUrl } from '../world/nats.mjs';
import { assertFree } from '../world/ports.mjs';
import { postgresPart, postgresUrl } from '../world/postgres.mjs';
import { Problem } from '../world/problem.mjs';
import { overridesOf } from './environment.mjs';
import { services } from './settings.mjs';

/** @typedef {{ settings: import('./settings.mjs').Settings, secrets: import('./5-secrets.mjs').Secrets, supervisor: import('../world/supervisor.mjs').Supervisor }} World */

/** @param {import('./settings.mjs').Settings} settings */
export async function checkPorts({ ports, listening }) {
  for (const [name, [variable, purpose]] of Object.entries(listening)) {
    await assertFree(ports[/** @type {import('./settings.mjs').PortName} */ (name)], variable, purpose);
  }
}

/** @param {World} world */
export async function startPostgres({ settings, secrets, supervisor }) {
  if (!settings.listening.postgres) return 'yours: DATABASE_URL_*';
  const options = { port: settings.ports.postgres, password: secrets.postgresPassword };
  await supervisor.start(
    await postgresPart({
      ...options,
      dir: join(settings.home, 'postgres'),
      logFile: logOf(settings, 'postgres'),
      env: overridesOf('postgres'),
    }),
  );
  const embedded = services.filter((service) => !settings.databaseUrls[service]);
  try {
    await createDatabases(
      postgresUrl(options),
      Object.fromEntries(embedded.map((service) => [service, secrets.databasePasswords[service]])),
    );
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== '28P01') throw error;
    throw new Problem(
      `The password in ${join(settings.home, 'secrets.json')} does not open the database; restore that file, or delete all data with npm run reset.`,
    );
  }
  return `port ${options.port}, databases ${embedded.join(', ')}`;
}

/** @param {World} world @param {import('./steps.mjs').Say} say */
export async function startNats({ settings, secrets, supervisor }, say) {
  const { natsServerConfig } = await bus();
  const dir = join(settings.home, 'nats');
  const users = Object.fromEntries(
    Object.entries(secrets.nkeys).map(([name, { publicKey }]) => [name, publicKey]),
  );
  const config = natsServerConfig({ users, port: settings.ports.nats, storeDir: dir, host: '127.0.0.1' });
  if (!settings.listening.nats) return 'yours: NATS_URL';
  await supervisor.start(
    await natsPart({ dir, port: settings.ports.nats, config, logFile: logOf(settings, 'nats'), say }),
  );
  return `port ${settings.ports.nats}`;
}

/** @param {World} world */
export async function startMailCatcher({ settings, supervisor }) {
  if (!settings.listening.mailWeb) return 'yours: SMTP_URL';
  const { mailWeb: webPort, mailSmtp: smtpPort } = settings.ports;
  await supervisor.start(
    maildevPart({ dir: join(settings.home, 'mail'), webPort, smtpPort, logFile: logOf(settings, 'maildev') }),
  );
  return `page ${webPort}, SMTP ${smtpPort}`;
}

/** Streams and consumers; on a cluster of yours STREAM_REPLICAS says how often each is held. @param {World} world */
export async function migrateBus({ settings, secrets }) {
  const { busMigrate } = await bus();
  const { nats: url } = urlsOf({ settings, secrets });
  const nkeySeed = process.env.NATS_NKEY_SEED_ADMIN ?? secrets.nkeys.admin.seed;
  try {
    const replicas = Number(process.env.STREAM_REPLICAS ?? 1);
    const { streams, consumers } = await busMigrate({ url, nkeySeed, replicas });
    return `${streams.length} streams, ${consumers.length} consumers`;
  } catch (error) {
    if (!settings.natsUrl) throw error;
    const why = error instanceof Error ? error.message : error;
    throw new Problem(
      `Your NATS (NATS_URL) could not be prepared: ${why}. It needs JetStream and the users of the contracts; NATS_NKEY_SEED_ADMIN, …_IDENTITY, … say their keys.`,
    );
  }
}

/** Permissions, streams and consumers follow from the contracts, which enter the registry when they are imported. */
async function bus() {
  await import('@tessera/contracts');
  return import('@tessera/platform/set-up');
}

/** @param {Pick<World, 'settings' | 'secrets'>} world */
export function urlsOf({ settings, secrets }) {
  const database = (/** @type {string} */ service) =>
    settings.databaseUrls[service] ??
    postgresUrl({
      port: settings.ports.postgres,
      user: service,
      database: service,
      password: secrets.databasePasswords[service],
    });
  return {
    nats: settings.natsUrl ?? natsUrl(settings.ports.nats),
    smtp: settings.smtpUrl ?? smtpUrl(settings.ports.mailSmtp),
    databases: Object.fromEntries(services.map((service) => [service, database(service)])),
  };
}

/** @param {import('./settings.mjs').Settings} settings @param {string} name */
export const logOf = ({ home }, name) => join(home, 'logs', `${name}.log`);
