import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../../tools/start/settings.mjs';
import type { World } from '../world/world.js';
import { userOf } from './bus.js';

/** Runs the operator's tool with these variables and no others. @returns what it says */
async function operate(args: string[], env: Record<string, string | undefined>): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/operate.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout);
}

export const replayDeadLetters = (databaseUrl: string) =>
  operate(['dead-letters', 'replay', 'all'], { DATABASE_URL: databaseUrl });

export const migrateBus = (world: World) =>
  operate(['bus-migrate'], {
    NATS_URL: world.busUrl,
    NATS_NKEY_SEED: userOf(world, 'admin').seed,
  });

/** @returns how many events are published again */
export async function replayOutbox(databaseUrl: string, since: Date): Promise<number> {
  const told = await operate(['outbox-replay', '--since', since.toISOString()], {
    DATABASE_URL: databaseUrl,
  });
  return (told as { published_again: number }).published_again;
}
