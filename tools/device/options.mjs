import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const help = `A simulated device.

  node tools/device.mjs --enroll CODE [--name NAME]     joins an account, then stays connected
  node tools/device.mjs                                 comes back as the same device

  --url URL             where the platform is served         (http://localhost:8080)
  --state DIR           where its key pair and state are     (.tessera/devices/default)
  --enroll CODE         enrollment code, from POST /api/v1/devices/enrollments
  --name NAME           name in the account                  (this host's name)
  --platform NAME       windows, macos, linux, android, ios or other   (linux)
  --poll                no socket: only check-ins
  --once                checks in once for every order that waits, then ends
  --scan-seconds N      how long a scan or an update takes   (5)
  --threats N           what the next scan finds and cannot remove
  --protection off      real-time protection is off
  --databases-age H     the databases are so many hours old  (1)
  --product NAME        the app that is installed            (Endpoint Shield)
  --fail                every command fails
  --json                one JSON object a line

It makes its own key pair at the first start (DIR/identity.json, readable by its user only), runs quick_scan,
full_scan and update_databases, and can be asked to cancel them. Ctrl-C or SIGTERM ends it; the account sees it go
offline, and its orders wait. Two processes on one DIR are refused. To make a second device, give another --state.
`;

/** What the command line says; prints the help, or what is wrong with it, and ends. */
export function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        url: { type: 'string', default: process.env.PUBLIC_URL ?? 'http://localhost:8080' },
        state: { type: 'string', default: join('.tessera', 'devices', 'default') },
        enroll: { type: 'string' },
        name: { type: 'string', default: hostname() },
        platform: { type: 'string', default: 'linux' },
        poll: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        'scan-seconds': { type: 'string', default: '5' },
        threats: { type: 'string', default: '0' },
        protection: { type: 'string', default: 'on' },
        'databases-age': { type: 'string', default: '1' },
        product: { type: 'string', default: 'Endpoint Shield' },
        fail: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    return {
      ...values,
      platform: /** @type {import('@tessera/agent').Platform} */ (values.platform),
      state: resolve(values.state),
      scanSeconds: number('scan-seconds', values['scan-seconds']),
      threats: number('threats', values.threats),
      databasesAge: number('databases-age', values['databases-age']),
    };
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\nTry --help.`);
    process.exit(1);
  }
}

/** @param {string} name @param {string} text */
function number(name, text) {
  const value = Number(text);
  if (!(value >= 0)) throw new Error(`--${name} must be a number`);
  return value;
}
