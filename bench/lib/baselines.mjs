import { Raw } from './processes.mjs';
import { fire } from './load.mjs';

/** Processes that product and baseline have in common; their work is counted for both. */
export const shared = ['postgres', 'nats'];

/**
 * A baseline over the whole path: the front of B3, and a service of the bench behind it.
 * @param {import('./world.mjs').BenchWorld} world
 * @param {'b06-read' | 'b07-write'} service
 * @param {object} settings of the service
 * @param {Pick<import('./load.mjs').Load, 'requests' | 'connections' | 'unique'>} load
 */
export async function wholePath(world, service, settings, load) {
  const common = { nats: world.nats, subject: `bench_rpc.${service}` };
  const back = await Raw.start(service, { ...common, ...settings });
  const front = await Raw.start('b03-gateway', common);
  return {
    run: (/** @type {number} */ seconds) => fire({ ...load, url: front.url }, seconds),
    pids: () => [front.pid, back.pid, ...world.pids(...shared)],
    stop: () => Promise.all([front.stop(), back.stop()]),
  };
}

/** The product under a load. @param {import('./world.mjs').BenchWorld} world @param {string[]} services @param {Omit<import('./load.mjs').Load, 'url'>} load */
export function product(world, services, load) {
  return {
    load: { ...load, url: world.url },
    run: (/** @type {number} */ seconds) => fire({ ...load, url: world.url }, seconds),
    ...involved(world, services),
  };
}

/** The processes through which a request to these services goes. @param {import('./world.mjs').BenchWorld} world @param {string[]} services */
export function involved(world, services) {
  const names = ['gateway', ...services, ...shared];
  return {
    pids: () => world.pids(...names),
    parts: () => Object.fromEntries(names.map((name) => [name, world.pids(name)])),
  };
}

/**
 * Services asked on the bus, as the gateway asks them, without the gateway: it takes as much of the processors as they do.
 * @param {import('./world.mjs').BenchWorld} world
 * @param {string[]} services
 * @param {{ subject: string, bodies: string[] }} load
 */
export async function onBus(world, services, load) {
  const head = {
    'Tessera-Budget': '5000',
    'Tessera-Language': 'en',
    traceparent: `00-${'1'.padStart(32, '0')}-${'1'.padStart(16, '0')}-00`,
  };
  const ask = await Raw.start('b02-echo', { nats: world.natsAs('gateway'), head, ...load });
  return {
    run: (/** @type {number} */ seconds) => ask.run(seconds),
    pids: () => world.pids(...services, ...shared),
    stop: () => ask.stop(),
  };
}

/** One answer, to know its size. @param {import('./world.mjs').BenchWorld} world @param {import('./load.mjs').Asked} asked */
export async function sample(world, { method, path, headers, body }) {
  const response = await fetch(`${world.url}${path}`, {
    method,
    headers,
    body: body?.replaceAll('[<id>]', `sample-${Date.now()}`),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status} ${text}`);
  return text;
}
