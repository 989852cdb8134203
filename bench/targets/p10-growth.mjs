import { randomUUID } from 'node:crypto';
import { product, sample } from '../lib/baselines.mjs';
import { measure, onSteadyMachine } from '../lib/pairs.mjs';
import { median, round } from '../lib/statistics.mjs';
import { checks } from './p01-check.mjs';
import { activations } from './p02-activation.mjs';
import { list } from './p03-list.mjs';

/** Few at once: the time of a request is to be seen, not the waiting for a processor. */
const CONNECTIONS = 4;

/**
 * P10: processor time of the same requests while the tables grow. A tenth of all rows is the measured company's, so its
 * own lists grow as well. Rates would compare a machine of now with one of some minutes ago; processor time over all
 * processes, in relation to B12's at the same moment, does so less.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p10(bench) {
  const { world, plan, say } = bench;
  const { sizes } = plan;
  // It uses the services' compiled code, which is there once the world is.
  const { fill } = await import('../load/fill.mjs');
  const what = await questions(world);
  /** @type {Record<string, number[]>} */
  const found = Object.fromEntries(Object.keys(what).map((name) => [name, []]));
  let [rows, discarded] = [0, 0];
  /** @type {string[]} */
  const noisy = [];
  const empty = await bytes(world);
  for (const size of sizes) {
    await fill(world, rows, size, say);
    rows = size;
    const { authorization } = await world.ownerHeaders(); // an access token lives for ten minutes
    for (const [name, { services, requests, unique }] of Object.entries(what)) {
      for (const r of requests)
        if (name !== 'check' && r.headers?.authorization) r.headers = { ...r.headers, authorization };
      const side = product(world, services, { requests, connections: CONNECTIONS, unique });
      await sample(world, requests[0]);
      if (!plan.short) await measure(side, { warm: 0, seconds: plan.warm });
      const rounds = await onSteadyMachine(bench, { times: plan.short ? 1 : 3, tries: 12 }, () =>
        measure(side, { warm: 0, seconds: plan.short ? 1 : 3 }),
      );
      discarded += rounds.discarded;
      if (rounds.noisy) noisy.push(`${name} at ${size}`);
      found[name]?.push(median(rounds.all.map(({ done, speed }) => done.cpu * speed)));
    }
    say(`    ${size}: measured`);
  }
  const growth = Object.fromEntries(
    Object.entries(found).map(([name, all]) => [name, all.map((time) => round(time / (all[0] ?? NaN)))]),
  );
  const worst = Math.max(...Object.values(growth).map((g) => g.at(-1) ?? NaN));
  return {
    ratio: worst,
    min: Math.min(...Object.values(growth).map((g) => g.at(-1) ?? NaN)),
    max: worst,
    cpuRatio: null,
    p50: null,
    p99: null,
    must: '≤ 1.3',
    goal: '≤ 1.1',
    pass: worst <= 1.3 && !noisy.length,
    details: {
      noisy: noisy.length > 0,
      ...(noisy.length && { notSteady: noisy }),
      discarded,
      sizes,
      growth,
      bytesPerRow: await perRow(world, empty, rows),
    },
  };
}

/** Disk with all indexes. @param {import('../lib/world.mjs').BenchWorld} world @returns {Promise<Record<string, number>>} */
async function bytes(world) {
  const rows = await world.query(
    'postgres',
    'select datname as name, pg_database_size(oid)::float8 as size from pg_database',
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.size]));
}

/** A license with entry, seats and activation; a device; a request. @param {import('../lib/world.mjs').BenchWorld} world @param {Record<string, number>} before @param {number} rows */
async function perRow(world, before, rows) {
  const after = await bytes(world);
  const of = (/** @type {string} */ name) => Math.round(((after[name] ?? 0) - (before[name] ?? 0)) / rows);
  return { license: of('licensing'), device: of('devices'), request: of('support') };
}

/** @typedef {{ services: string[], unique: boolean, requests: import('../lib/load.mjs').Asked[] }} Question */

/** @param {import('../lib/world.mjs').BenchWorld} world @returns {Promise<Record<string, Question>>} */
async function questions(world) {
  const licenses = await list(world);
  const get = (/** @type {string} */ path) => ({
    method: 'GET',
    path: `/api/v1${path}`,
    headers: licenses.headers,
  });
  const page = (/** @type {string} */ name) => get(`/devices?limit=25&search=${encodeURIComponent(name)}`);
  return {
    check: { services: ['licensing'], unique: false, requests: await checks(world, 50) },
    activation: { services: ['licensing'], unique: true, requests: await activations(world) },
    licenses: { services: ['licensing'], unique: false, requests: [licenses] },
    requests: { services: ['support'], unique: false, requests: [get('/requests?author=all&limit=25')] },
    devices: { services: ['devices'], unique: false, requests: [get('/devices?limit=25')] },
    // One name, a number that two have, a word that every eighth device has, and what none has: of any size as many answers.
    search: {
      services: ['devices'],
      unique: false,
      requests: [page('laptop 0000120'), page('000240'), page('Zürich'), page(randomUUID())],
    },
  };
}
