#!/usr/bin/env node
/**
 * `npm run screenshots`: pictures of every page of the portal in light, dark, right to left and on a phone, of the demo
 * world, into out/screenshots. Arguments are parts of names: `npm run screenshots license` takes those alone.
 *   --url http://localhost:8080   of a world that runs already; its accounts get the language of the last picture
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './start/settings.mjs';
import { allShots, goTo, signInAs } from './screenshots/lib/shots.mjs';
import { findChromium } from './world/chromium.mjs';
import { startWorld } from './world/world.mjs';

/** @typedef {import('./screenshots/lib/shots.mjs').Shot} Shot */

const looks = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'en-GB' },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark', locale: 'de-DE' },
  rtl: { viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'ar-AE' },
  phone: { viewport: { width: 320, height: 640 }, colorScheme: 'light', locale: 'de-DE' },
};
const folder = process.env.SCREENSHOTS ?? join(root, 'out/screenshots');

const args = process.argv.slice(2);
const at = args.indexOf('--url');
const [, given] = at < 0 ? [] : args.splice(at, 2);

const home = given ? undefined : mkdtempSync(join(tmpdir(), 'tessera-screenshots-'));
const world = home
  ? await startWorld({
      home,
      env: { LOG_LEVEL: 'warn', GATEWAY__CALLER_RATE: '100000', GATEWAY__CALLER_BURST: '100000' },
    })
  : null;
const url = given ?? `http://localhost:${/** @type {any} */ (world).runtime().ports.gateway}`;
const browser = await chromium.launch(await findChromium(console.log));
let failed = 0;
try {
  const shots = (await allShots()).filter(
    (shot) => args.length === 0 || args.some((part) => shot.name.includes(part)),
  );
  for (const [look, options] of Object.entries(looks)) await takeAll(look, options, shots);
  console.log(`${shots.length * Object.keys(looks).length - failed} pictures in ${folder}, ${failed} failed`);
} finally {
  await browser.close();
  await world?.stop();
  world?.remove();
}
process.exit(failed ? 1 : 0);

/** One browser profile an account, so that each signs in once. @param {string} look @param {any} options @param {Shot[]} shots */
async function takeAll(look, options, shots) {
  mkdirSync(join(folder, look), { recursive: true });
  for (const account of new Set(shots.map((shot) => shot.as))) {
    const context = await browser.newContext({
      ...options,
      baseURL: url,
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    if (account) await signInAs(context, url, account, options.locale.slice(0, 2));
    for (const shot of shots.filter((s) => s.as === account)) await take(context, look, shot);
    await context.close();
  }
}

/** @param {import('playwright-core').BrowserContext} context @param {string} look @param {Shot} shot */
async function take(context, look, shot) {
  const page = await context.newPage();
  const file = join(folder, look, `${shot.name}.png`);
  rmSync(file, { force: true });
  try {
    await goTo(page, shot);
    await page.screenshot({ path: file, fullPage: true });
  } catch (error) {
    failed++;
    console.error(`${look}/${shot.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    await page.close();
  }
}
