import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import { bootstrapAdmin, password, staffMember } from './people.js';
import { World, type RunningWorld } from './world.js';

export interface Vendor {
  world: World;
  admin: Api;
  licenses: Api;
  agent: Api;
}

const ADMIN = 'admin@vendor.example';
const LICENSES = 'licenses@vendor.example';
const AGENT = 'agent@vendor.example';
/** For the first who asks: the world's start and three people of the vendor's. */
const START_MS = 180_000;

/**
 * One world for all journeys of a run: each works with a company of its own, and leaves limits, settings and other people alone.
 * The first who asks starts it; tools/jest/journeys-teardown.mjs ends it.
 */
export async function sharedVendor(): Promise<Vendor> {
  const folder = process.env.TESSERA_SHARED_WORLD;
  if (!folder) throw new Error('TESSERA_SHARED_WORLD is set by tools/jest/journeys-setup.mjs');
  const record = join(folder, 'world.json');
  if (isFirst(folder)) await start(record);
  for (const end = Date.now() + START_MS; !existsSync(record); await sleep(100))
    if (Date.now() > end) throw new Error('the shared world did not start');
  const world = World.attach(JSON.parse(readFileSync(record, 'utf8')) as RunningWorld);
  const [admin, licenses, agent] = await Promise.all(
    [ADMIN, LICENSES, AGENT].map((email) => world.api().signIn(email, password)),
  );
  return { world, admin: admin!, licenses: licenses!, agent: agent! };
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'taken'));
    return true;
  } catch {
    return false;
  }
}

async function start(record: string): Promise<void> {
  const world = await World.start({}, undefined, Number(process.env.TESSERA_SHARED_WORLD_OWNER));
  try {
    const admin = await bootstrapAdmin(world);
    await staffMember(world, admin, 'license-admin', LICENSES);
    await staffMember(world, admin, 'support-agent', AGENT);
  } catch (error) {
    // No record says that it is there, so the teardown would not end it.
    await world.stop();
    throw error;
  }
  // Whole or not at all, for those who look meanwhile.
  writeFileSync(`${record}.draft`, JSON.stringify(world.running));
  renameSync(`${record}.draft`, record);
}
