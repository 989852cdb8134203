import { sweep } from '../test/servers.mjs';

export default async function globalTeardown() {
  const dir = /** @type {{ testServersDirectory?: string }} */ (globalThis).testServersDirectory;
  if (dir) await sweep(dir);
}
