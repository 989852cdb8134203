import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the built portal is: `PORTAL_DIR`, or the package beside the gateway, in a checkout as in a packed folder. */
export function portalFolder(configured: string | undefined): string | null {
  if (configured) return configured;
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@tessera/portal/package.json')), 'dist');
  } catch {
    return null;
  }
}
