import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopProcess } from '../world/processes.mjs';
import { removeWorld } from '../world/world.mjs';

/** Ends the world that journeys have shared, if one of them has asked for it. */
export default async function journeysTeardown() {
  const folder = process.env.TESSERA_SHARED_WORLD ?? '';
  const record = join(folder, 'world.json');
  if (existsSync(record)) {
    const { home, id } = JSON.parse(readFileSync(record, 'utf8'));
    await stopProcess(id, { signal: 'SIGTERM', within: 60_000 });
    removeWorld(home);
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
}
