import { startServers } from '../test/servers.mjs';

/**
 * One Postgres and one NATS for a whole run of Jest. `npm test` starts them itself and says so by the environment;
 * a spec that is run alone gets them here.
 */
export default async function globalSetup() {
  if (process.env.TEST_POSTGRES_URL && process.env.TEST_NATS_URL) return;
  const servers = await startServers();
  Object.assign(process.env, servers.env);
  Object.assign(globalThis, { testServersDirectory: servers.dir });
}
