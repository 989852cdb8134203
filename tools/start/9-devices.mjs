import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment } from '../world/processes.mjs';
import { run } from '../world/run.mjs';
import { logOf } from './6-infrastructure.mjs';
import { readDemo } from './8-seed.mjs';
import { root } from './settings.mjs';

/** The demo company's devices: one well, one with a reason to look, one that is switched off. */
const devices = [
  { name: 'ACME-WS-001', args: ['--platform', 'windows'], online: true },
  { name: 'ACME-WS-002', args: ['--platform', 'windows', '--databases-age', '30'], online: true },
  {
    name: 'Olga’s phone',
    args: ['--platform', 'android', '--product', 'Mobile Shield', '--once'],
    online: false,
  },
];

/**
 * Starts the simulated devices of the demo world. Each joins with the seed's enrollment code at its first start, and
 * comes back by itself later.
 * @param {import('./6-infrastructure.mjs').World} world
 */
export async function startDevices({ settings, supervisor }) {
  const demo = readDemo(settings.home);
  if (!demo) return 'none';
  const parts = devices.flatMap(({ name, args, online }, index) => {
    const state = join(settings.home, 'devices', String(index + 1));
    const known = existsSync(join(state, 'identity.json'));
    if (!known && !demo.enrollmentCode) return [];
    const all = [
      join(root, 'tools/device.mjs'),
      ...['--url', `http://127.0.0.1:${settings.ports.gateway}`, '--state', state, '--name', name, ...args],
      ...(known ? [] : ['--enroll', /** @type {string} */ (demo.enrollmentCode)]),
    ];
    return [{ name: `device-${index + 1}`, state, online, known, args: all }];
  });
  await Promise.all(
    parts
      .filter((p) => !p.online && !p.known)
      .map((p) => run(process.execPath, p.args, { cwd: root, env: plainEnvironment() })),
  );
  const running = parts.filter((p) => p.online);
  await supervisor.start(
    ...running.map(({ name, state, args }) => ({
      name,
      command: process.execPath,
      args,
      cwd: root,
      env: plainEnvironment(),
      logFile: logOf(settings, name),
      ready: () => Promise.resolve(existsSync(join(state, 'identity.json'))),
    })),
  );
  return running.map((p) => p.name).join(', ') || 'none';
}
