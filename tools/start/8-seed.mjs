import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readJson, writeJson } from '../world/record.mjs';
import { bootstrapAdmin } from './environment.mjs';
import { root } from './settings.mjs';

/** What the demo world is made of, as tools/seed.mjs tells it. @typedef {{ accounts?: { email: string, who: string }[], password?: string, tips?: string[], enrollmentCode?: string }} Demo */

/** @param {string} home */
const stampOf = (home) => join(home, 'seeded.json');

/** @param {string} home @returns {Demo | undefined} */
export const readDemo = (home) => readJson(stampOf(home))?.demo;

/**
 * Fills a new world through the public API, once, and only where nothing real can be hit.
 * An interrupted seeding is taken up again: tools/seed.mjs makes only what is missing.
 * @param {import('./settings.mjs').Settings} settings
 */
export async function seedOnce(settings) {
  if (existsSync(stampOf(settings.home))) return 'done before';
  if (!settings.seed) return 'none: TESSERA_SEED says so';
  const replaced = [
    settings.natsUrl,
    settings.smtpUrl,
    settings.blobUrl,
    ...Object.values(settings.databaseUrls),
  ].some(Boolean);
  if (replaced || settings.host !== '127.0.0.1')
    return 'none: not every part is the embedded one on 127.0.0.1';
  const { seed } = await import(pathToFileURL(join(root, 'tools/seed.mjs')).href);
  const demo = await seed({
    baseUrl: `http://127.0.0.1:${settings.ports.gateway}`,
    mailUrl: `http://127.0.0.1:${settings.ports.mailWeb}`,
    bootstrap: { email: bootstrapAdmin },
  });
  writeJson(stampOf(settings.home), { seededAt: new Date().toISOString(), demo: demo ?? {} });
  return 'demo world made';
}
