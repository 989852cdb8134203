import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { World } from '../world/world.js';
import { until } from './waiting.js';

/** With this, a process that is sent SIGUSR1 listens for a debugger on a port that the system chooses. */
export const DEBUGGABLE = '--inspect-port=0';
const LISTENING = /Debugger listening on (ws:\/\/\S+)/g;

/**
 * Has a process collect its garbage, by its debugger. An idle process keeps what nobody uses any more until it needs room,
 * so that its memory says little about what it holds on to.
 */
export async function collectGarbage(world: World, name: string): Promise<void> {
  const log = join(world.home, 'logs', `${name}.log`);
  const addresses = () => [...readFileSync(log, 'utf8').matchAll(LISTENING)].map(([, address]) => address!);
  const before = addresses().length;
  // One that listens already says nothing again.
  process.kill(world.pid(name), 'SIGUSR1');
  await until(() => addresses().length > before, 2_000);
  const socket = new WebSocket(addresses().at(-1)!);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const done = new Promise((resolve) => socket.once('message', resolve));
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }));
  await done;
  socket.close();
}
