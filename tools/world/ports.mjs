import { createSocket } from 'node:dgram';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** Ports from here up to the first that the kernel gives away by itself are ours to choose from. */
const LOWEST = 10_240;

/**
 * Loopback TCP ports that nobody uses and that nobody else who asks here is given while this process lives.
 *
 * A port that the kernel chose (`listen(0)`) and that was closed again is no answer: any connection out of this machine
 * may get the same number until the server that was meant to have it listens, at its start or after a crash. So they lie
 * below that range. The UDP port of the same number, which none of our servers uses, is the reservation: the kernel
 * lets go of it when the process ends, however that happens.
 *
 * @param {number} count
 * @returns {Promise<number[]>} all different
 */
export async function freePorts(count) {
  const span = lowestOfKernel() - LOWEST;
  /** @type {number[]} */
  const ports = [];
  for (let tries = 0; ports.length < count; tries++) {
    if (tries > 1000 + count) throw new Problem(`No ${count} free ports were found on 127.0.0.1.`);
    const port = LOWEST + Math.floor(Math.random() * span);
    if ((await reserve(port)) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

/** @returns {number} the first of the ports for outgoing connections; where it cannot be read, the lowest of the usual ones */
function lowestOfKernel() {
  try {
    const lowest = Number(
      readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0],
    );
    return lowest >= LOWEST + 1000 ? lowest : 65_536; // nearly all of them: no place is safe, so any will do
  } catch {
    return 32_768; // no /proc here
  }
}

/** @param {number} port @returns {Promise<boolean>} whether it is this process's now, until the process ends */
function reserve(port) {
  return new Promise((resolve) => {
    const socket = createSocket('udp4').unref();
    socket.once('error', () => (socket.close(), resolve(false)));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => resolve(true));
  });
}

/** @param {number} port @returns {Promise<boolean>} */
async function isFree(port) {
  try {
    const server = await hold(port);
    await new Promise((done) => server.close(done));
    return true;
  } catch {
    return false;
  }
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
