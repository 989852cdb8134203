#!/usr/bin/env node
/** `npm start`: from a bare clone to a running world, and its orderly end. */
import { checkMachine } from './start/1-machine.mjs';
import { clearLeftovers, releaseHome, waitForHome } from './start/2-claim.mjs';
import { installDependencies } from './start/3-dependencies.mjs';
import { build } from './start/4-build.mjs';
import { loadSecrets, secretsFile } from './start/5-secrets.mjs';
import {
  checkPorts,
  migrateBus,
  startMailCatcher,
  startNats,
  startPostgres,
} from './start/6-infrastructure.mjs';
import { startServices } from './start/7-services.mjs';
import { seedOnce } from './start/8-seed.mjs';
import { startDevices } from './start/9-devices.mjs';
import { factsOf, table } from './start/10-table.mjs';
import { tell } from './start/exit.mjs';
import { homeOf, readSettings } from './start/settings.mjs';
import { runSteps } from './start/steps.mjs';
import { fingerprint, isAlive } from './world/processes.mjs';
import { forgetRuntime } from './world/record.mjs';
import { endRuns } from './world/run.mjs';
import { Supervisor } from './world/supervisor.mjs';

const home = homeOf();
process.stdout.on('error', () => {}); // the terminal is gone; SIGHUP says what to do
/** @type {Supervisor | undefined} */
let supervisor;
/** @type {Promise<void> | undefined} */
let ending;

try {
  await checkMachine(home);
  const running = await waitForHome(home);
  if (running) {
    console.log(`Tessera already runs here.\n${table(running)}`);
  } else {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => void end(signal));
    for (const fault of ['uncaughtException', 'unhandledRejection']) process.on(fault, fail);
    await start();
  }
} catch (error) {
  await fail(error);
}

async function start() {
  const settings = await readSettings();
  const say = (/** @type {string} */ line) =>
    console.log(`${new Date().toTimeString().slice(0, 8)}  ${line}`);
  watchParents(settings.parents);

  /** @type {import('./start/6-infrastructure.mjs').World} */
  let world;
  await runSteps([
    { name: 'Earlier starts', run: () => clearLeftovers(home) },
    { name: 'Ports', run: () => checkPorts(settings) },
    { name: 'Dependencies', run: installDependencies },
    { name: 'Build', run: build },
    {
      name: 'Keys and passwords',
      run: async () => {
        const secrets = await loadSecrets(home);
        supervisor = new Supervisor(home, factsOf(settings), say);
        world = { settings, secrets, supervisor };
        return secretsFile(home);
      },
    },
    [
      { name: 'Postgres', run: () => startPostgres(world) },
      { name: 'NATS', run: (line) => startNats(world, line) },
      { name: 'Mail catcher', run: () => startMailCatcher(world) },
    ],
    { name: 'Streams and consumers', run: () => migrateBus(world) },
    { name: 'Services and gateway', run: () => startServices(world) },
    { name: 'Demo world', run: () => seedOnce(settings) },
    { name: 'Demo devices', run: () => startDevices(world) },
  ]);
  supervisor?.mark('ready');
  console.log(`\n${table(/** @type {Supervisor} */ (supervisor).runtime)}\n`);
}

/** @param {unknown} error */
async function fail(error) {
  if (ending) return; // what is being stopped may well complain
  tell(error);
  await end();
}

/** Stops everything, the gateway first, then the services, then what they need, and leaves the data. @param {string} [signal] */
async function end(signal) {
  if (ending) return ending;
  if (signal) console.log(`\nStopping (${signal}) …`);
  ending = (async () => {
    await endRuns();
    await supervisor?.stop();
    forgetRuntime(home);
    releaseHome(home);
    if (signal) console.log('Stopped; the data is kept.');
  })();
  await ending.catch((error) => process.exitCode || tell(error)); // the first fault is the one to tell
  process.exit();
}

/** @param {number[]} parents */
function watchParents(parents) {
  const ids = parents.map((pid) => ({ pid, fingerprint: fingerprint(pid) ?? 'gone' }));
  if (ids.length)
    setInterval(() => ids.every(isAlive) || void end('who started this is gone'), 1_000).unref();
}
