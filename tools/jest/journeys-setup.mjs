import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where journeys find the world that they share (e2e/world/shared-vendor.ts), and whose end is its end too. */
export default function journeysSetup() {
  process.env.TESSERA_SHARED_WORLD = mkdtempSync(join(tmpdir(), 'tessera-shared-'));
  process.env.TESSERA_SHARED_WORLD_OWNER = String(process.pid);
}
