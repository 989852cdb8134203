/** Accounts of the test server (tools/jest/nats-config.mjs); each worker is as if alone on the bus. */
const TEST_ACCOUNTS = 16;

/** Where the run's servers are; set by the runner, or by Jest's global set-up when a spec is run alone. */
export function testServers(): { postgres: string; nats: string; natsUser: string; natsPassword: string } {
  const postgres = process.env.TEST_POSTGRES_URL;
  const nats = process.env.TEST_NATS_URL;
  if (!postgres || !nats)
    throw new Error('TEST_POSTGRES_URL and TEST_NATS_URL are not set; run through Jest or npm test');
  const worker = ((Number(process.env.JEST_WORKER_ID ?? 1) - 1) % TEST_ACCOUNTS) + 1;
  return { postgres, nats, natsUser: `t${worker}`, natsPassword: 'test' };
}
