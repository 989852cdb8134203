import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** @param {number} count @returns {Promise<number[]>} loopback ports that nobody uses now, all different */
export async function freePorts(count) {
  const held = await Promise.all(Array.from({ length: count }, () => hold(0)));
  const ports = held.map((server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port);
  await Promise.all(held.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** @param {number} port @param {string} variable the setting that changes it @param {string} purpose */
export async function assertFree(port, variable, purpose) {
  try {
    const server = await hold(port);
    await new Promise((done) => server.close(done));
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EACCES')
      throw new Problem(
        `This user may not open port ${port} (${purpose}); set ${variable} to one above 1023.`,
      );
    if (code !== 'EADDRINUSE') throw error;
    const holder = holderOf(port);
    throw new Problem(
      `Port ${port} (${purpose}) is in use${holder ? ` by ${holder}` : ''}; stop that program or set ${variable} to another port.`,
    );
  }
}

/** @param {number} port @returns {Promise<import('node:net').Server>} */
function hold(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
  });
}

/** @param {number} port @returns {Promise<boolean>} whether something answers there */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 1000 });
    const done = (/** @type {boolean} */ open) => (socket.destroy(), resolve(open));
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });
}

/** @param {number} port @returns {string | undefined} "name (process 123)", where /proc shows it to this user */
function holderOf(port) {
  try {
    const socket = `socket:[${listeningInode(port)}]`;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const open = readdirSync(`/proc/${pid}/fd`);
        if (!open.some((fd) => readlinkOrNothing(`/proc/${pid}/fd/${fd}`) === socket)) continue;
        return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`;
      } catch {
        // another user's process, or gone meanwhile
      }
    }
  } catch {
    // no /proc here
  }
  return undefined;
}

/** @param {string} path */
function readlinkOrNothing(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** @param {number} port @returns {string | undefined} from the kernel's table: local address, state 0A = listening, inode */
function listeningInode(port) {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const column = line.trim().split(/\s+/);
      if (column[1]?.endsWith(wanted) && column[3] === '0A') return column[9];
    }
  }
  return undefined;
}
