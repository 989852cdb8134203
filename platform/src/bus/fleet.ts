import { errors } from '@nats-io/transport-node';
import type { BusMigrateOptions } from './bus-migrate.js';
import { connectWithRetry, type BusAddress } from './connect.js';

export interface FleetInstance {
  name: string;
  version: string;
  commit: string;
  build: string;
  contracts: string;
  id: string;
  subjects: string[];
}

interface Info {
  name: string;
  version: string;
  id: string;
  metadata?: Record<string, string>;
  endpoints?: { subject: string }[];
}

/** How long instances have to answer. */
const ANSWER_TIMEOUT_MS = 2_000;

/** Asks all instances on the bus for their builds; needs the admin's credentials. `mixed`: services with different contracts. */
export async function fleetOf(
  address: BusAddress,
  { patience, waiting }: Pick<BusMigrateOptions, 'patience' | 'waiting'> = {},
): Promise<{ instances: FleetInstance[]; mixed: string[] }> {
  const options = { name: 'fleet', inboxPrefix: '_INBOX_admin' };
  const nc = await connectWithRetry(address, options, waiting ?? (() => undefined), patience);
  try {
    const instances: FleetInstance[] = [];
    const answers = await nc.requestMany('$SRV.INFO', '', {
      strategy: 'timer',
      maxWait: ANSWER_TIMEOUT_MS,
      maxMessages: -1,
    });
    try {
      for await (const answer of answers) instances.push(toInstance(answer.json<Info>()));
    } catch (error) {
      // Nobody is there: that is an answer too.
      if (!(error instanceof errors.NoRespondersError)) throw error;
    }
    instances.sort((a, b) => `${a.name} ${a.id}`.localeCompare(`${b.name} ${b.id}`));
    const speaks = (name: string) =>
      new Set(instances.filter((i) => i.name === name).map((i) => i.contracts)).size;
    const mixed = [...new Set(instances.map((i) => i.name))].filter((name) => speaks(name) > 1);
    return { instances, mixed };
  } finally {
    await nc.close();
  }
}

const toInstance = ({ name, version, id, metadata = {}, endpoints = [] }: Info): FleetInstance => ({
  name,
  version,
  commit: metadata.commit ?? 'unknown',
  build: metadata.build ?? 'unknown',
  contracts: metadata['contract-hash'] ?? 'unknown',
  id,
  subjects: endpoints.map(({ subject }) => subject).sort(),
});
