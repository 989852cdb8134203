#!/usr/bin/env node
/** `npm run device -- --help`: a simulated device, in a process of its own, that speaks the agent protocol. */
import { readOptions } from './device/options.mjs';

const options = readOptions();
const log = options.json
  ? (/** @type {object} */ event) => console.log(JSON.stringify({ at: new Date().toISOString(), ...event }))
  : (/** @type {Record<string, unknown>} */ { type, ...rest }) =>
      console.log(`${new Date().toTimeString().slice(0, 8)}  ${String(type).padEnd(12)} ${describe(rest)}`);

const { TesseraAgent } = await import('@tessera/agent').catch(() =>
  fail('The agent is not built yet: run `npm run build` (or `npm start`) first.'),
);
const device = {
  activity: /** @type {'idle' | 'scan' | 'update'} */ ('idle'),
  threats: 0,
  databasesAt: new Date(Date.now() - options.databasesAge * 3_600_000).toISOString(),
};
const agent = make();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(0));

if (options.enroll) {
  await agent
    .enroll({ code: options.enroll, name: options.name, platform: options.platform })
    .catch((error) => stop(1, `It could not join: ${error.message}`));
}
if (stopping) await new Promise(() => {});
if (!agent.deviceId) await stop(1, 'It belongs to no account yet: give --enroll CODE.');
agent.start();

function make() {
  try {
    return new TesseraAgent({
      baseUrl: options.url,
      stateDir: options.state,
      live: !options.poll,
      describe: () => ({
        report: {
          protectionRunning: true,
          realTimeProtection: options.protection !== 'off',
          databasesAt: device.databasesAt,
          activeThreats: device.threats,
          activity: device.activity,
        },
        apps: [
          {
            product: options.product,
            version: '1.0.0',
            components: [
              { id: 'files', name: 'File protection', state: options.protection === 'off' ? 'off' : 'on' },
            ],
          },
        ],
      }),
      execute: { quick_scan: scan(812), full_scan: scan(48_120), update_databases: update },
      onEvent: tell,
    });
  } catch (error) {
    return fail(/** @type {Error} */ (error).message);
  }
}

/** @param {number} objects @returns {import('@tessera/agent').Executor} */
function scan(objects) {
  return async ({ signal }, progress) => {
    await work('scan', signal, progress);
    device.threats = options.threats;
    return { scanned: objects, found: options.threats };
  };
}

/** @type {import('@tessera/agent').Executor} */
async function update({ signal }, progress) {
  await work('update', signal, progress);
  device.databasesAt = new Date().toISOString();
  return { databasesAt: device.databasesAt };
}

/** Takes its time in ten steps. @param {'scan' | 'update'} activity @param {AbortSignal} signal @param {(percent: number) => void} progress */
async function work(activity, signal, progress) {
  device.activity = activity;
  try {
    for (let step = 1; step <= 10; step++) {
      await pause(options.scanSeconds * 100, signal);
      progress(step * 10);
    }
    if (options.fail) throw new Error('told to fail');
  } finally {
    device.activity = 'idle';
  }
}

/** @param {number} milliseconds @param {AbortSignal} signal @returns {Promise<void>} */
function pause(milliseconds, signal) {
  return new Promise((done, abort) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), abort(new Error(String(signal.reason)))), {
      once: true,
    });
  });
}

/** @param {import('@tessera/agent').AgentEvent} event */
function tell(event) {
  if (event.type === 'failed')
    log({ type: 'failed', error: event.error.message, retryInMs: event.retryInMs });
  else if (event.type === 'order')
    log({ type: event.order.type, kind: event.order.kind, id: event.order.id });
  else log(event);
  if (event.type === 'ended')
    void stop(0, 'The account has ended the enrollment; a new code connects it again.');
  if (event.type === 'synced' && options.once && !event.received && device.activity === 'idle') void stop(0);
}

/** @param {number} code @param {string} [why] */
async function stop(code, why) {
  if (stopping) return;
  stopping = true;
  if (why) console.error(why);
  await agent.stop();
  log({ type: 'stopped' });
  process.exit(code);
}

/** @param {string} why @returns {never} */
function fail(why) {
  console.error(why);
  process.exit(1);
}

/** @param {Record<string, unknown>} values */
function describe(values) {
  return Object.entries(values)
    .filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0))
    .map(([k, v]) => `${k}=${typeof v === 'string' ? v : JSON.stringify(v)}`)
    .join(' ');
}
