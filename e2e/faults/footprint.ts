import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { World } from '../world/world.js';
import type { Footprint } from './ledger.js';

interface Connection {
  localPort: number;
  remotePort: number;
}

/** Columns of /proc/net/tcp: addresses in hexadecimal, the state, and the inode by which a process knows the socket. */
const LISTENING = '0A';

/** All connections of this machine, by inode. */
function connections(): Map<string, Connection> {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').trim().split('\n').slice(1),
  );
  const port = (address: string) => parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
  return new Map(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter((column) => column[3] !== LISTENING)
      .map((column) => [column[9]!, { localPort: port(column[1]!), remotePort: port(column[2]!) }]),
  );
}

function socketsOf(pid: number | 'self', all: ReadonlyMap<string, Connection>): Connection[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      const found = inode && all.get(inode);
      return found ? [found] : [];
    } catch {
      return []; // closed meanwhile
    }
  });
}

const memoryOf = (pid: number): number =>
  Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);

/** What the world's processes hold of the machine; one that is not there is left out. */
export function footprints(world: World, names: readonly string[]): Footprint[] {
  const all = connections();
  const ours = new Set(socketsOf('self', all).map((c) => c.localPort));
  return names.flatMap((name) => {
    try {
      const pid = world.pid(name);
      const env = world.environmentOf(name);
      const bus = (env.NATS_URL ?? '').split(',').map((url) => Number(new URL(url).port));
      const database = env.DATABASE_URL ? Number(new URL(env.DATABASE_URL).port) : 0;
      const sockets = socketsOf(pid, all);
      const count = (is: (c: Connection) => boolean) => sockets.filter(is).length;
      const toBus = (c: Connection) => bus.includes(c.remotePort);
      const toDatabase = (c: Connection) => c.remotePort === database;
      return [
        {
          name,
          bus: count(toBus),
          database: count(toDatabase),
          other: count((c) => !toBus(c) && !toDatabase(c) && !ours.has(c.remotePort)),
          memory: memoryOf(pid),
        },
      ];
    } catch {
      return []; // it has ended
    }
  });
}
