import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../world/ports.mjs';
import { Problem } from '../world/problem.mjs';
import { logOf, urlsOf } from './6-infrastructure.mjs';
import { environmentOf } from './environment.mjs';
import { mainOf, projectOf, root, services } from './settings.mjs';

/** The five services and the gateway, side by side; each is ready when its own `/readyz` says so. @param {import('./6-infrastructure.mjs').World} world */
export async function startServices(world) {
  const { settings, secrets, supervisor } = world;
  const names = [...services, 'gateway'];
  const ports = await freePorts(names.length);
  const healthPorts = Object.fromEntries(names.map((name, index) => [name, ports[index]]));
  Object.assign(
    supervisor.runtime.ports,
    Object.fromEntries(names.map((name) => [`${name}Health`, healthPorts[name]])),
  );
  const place = { settings, secrets, urls: urlsOf(world), healthPorts };
  mkdirSync(join(settings.home, 'blobs'), { recursive: true });
  await Promise.all([
    supervisor.start(...services.map((name) => partOf(name, place))),
    supervisor.start(partOf('gateway', place)), // a group of its own: the door closes before the rooms
  ]);
  return names.join(', ');
}

/** One process of a service or the gateway. @param {string} name @param {import('./environment.mjs').Place} place @returns {import('../world/processes.mjs').Part} */
export function partOf(name, place) {
  // Fault tests start a service by a program of their own (e2e/faults/faulty-service.mjs).
  const main = process.env[`TESSERA_PROGRAM_${name.toUpperCase()}`] ?? join(root, mainOf(name));
  if (!existsSync(main))
    throw new Problem(`${main} is missing; run npm run build -- --force and start again.`);
  const port = name === 'gateway' ? place.settings.ports.gateway : place.healthPorts[name];
  return {
    name,
    command: process.execPath,
    // Small: a young generation of up to 48 MB in each of six idle processes is memory nobody uses.
    args: ['--max-semi-space-size=8', main],
    cwd: join(root, projectOf(name)),
    env: environmentOf(name, place),
    logFile: logOf(place.settings, name),
    ready: () => answers(port, '/readyz'),
    alive: () => answers(place.healthPorts[name], '/healthz'),
  };
}

/** @param {number} port @param {string} path */
async function answers(port, path) {
  return (await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2_000) })).ok;
}
