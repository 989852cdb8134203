import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { createUser } from '@nats-io/nkeys';
import type { World } from '../world/world.js';

/** Everything must be back so soon after the bus is (fault 5); milliseconds. */
export const BACK_WITHIN = 5_000;

const urlOf = (world: World): URL => new URL(world.busUrl);

/** Whether NATS greets. */
export function busIsThere(world: World): Promise<boolean> {
  const { hostname, port } = urlOf(world);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    const done = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket
      .once('data', (chunk) => done(chunk.toString().startsWith('INFO ')))
      .once('error', () => done(false));
  });
}

/** Column of /proc/net/tcp: the other side has closed, and this one has not read so yet. */
const CLOSE_WAIT = '08';

/**
 * Whether NATS has read the end of every connection that ended. Until then it goes on giving requests to an instance
 * that is dead, and they are in flight like those before.
 */
export function busHasNoticed(world: World): boolean {
  const port = Number(urlOf(world).port).toString(16).toUpperCase().padStart(4, '0');
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').slice(1),
  );
  return !sockets
    .map((line) => line.trim().split(/\s+/))
    .some((s) => s[1]?.endsWith(`:${port}`) && s[3] === CLOSE_WAIT);
}

/** The credentials of a user of the bus, e.g. `admin`, who may do everything. */
export const userOf = (world: World, name: string) =>
  (
    JSON.parse(readFileSync(join(world.home, 'secrets.json'), 'utf8')) as {
      nkeys: Record<string, { seed: string; publicKey: string }>;
    }
  ).nkeys[name]!;

/** Does something as the bus's administrator. */
export async function asAdmin<T>(
  world: World,
  work: (nats: NatsConnection) => Promise<T>,
  url = world.busUrl,
): Promise<T> {
  const nats = await connect({
    servers: url.split(','),
    authenticator: nkeyAuthenticator(new TextEncoder().encode(userOf(world, 'admin').seed)),
  });
  try {
    return await work(nats);
  } finally {
    await nats.close();
  }
}

/** Publishes anything to a stream, as the bus's administrator could. */
export const publishRaw = (world: World, subject: string, body: string, msgID: string): Promise<unknown> =>
  asAdmin(world, (nats) => jetstream(nats).publish(subject, body, { msgID }));

/** The limit of a stream, as an operator sets it. @returns what it was */
export const limitStream = (world: World, stream: string, bytes: (used: number) => number): Promise<number> =>
  asAdmin(world, async (nats) => {
    const manager = await jetstreamManager(nats, { checkAPI: false });
    const { config, state } = await manager.streams.info(stream);
    await manager.streams.update(stream, { ...config, max_bytes: bytes(state.bytes) });
    return config.max_bytes;
  });

/** Changes what the server's configuration says, as an operator does. @returns what undoes it */
export function reconfigureBus(world: World, change: (config: string) => string): () => void {
  const file = join(world.home, 'nats', 'nats.conf');
  const before = readFileSync(file, 'utf8');
  const put = (config: string) => {
    writeFileSync(file, config);
    world.signal('nats', 'SIGHUP');
  };
  const after = change(before);
  if (after === before) throw new Error('the change changes nothing');
  put(after);
  return () => put(before);
}

/** Takes a subject out of what a user may publish. */
export const deny = (world: World, user: string, subject: string): (() => void) =>
  reconfigureBus(world, (config) => {
    const [above, own, ...below] = config.split(`nkey: ${userOf(world, user).publicKey}`);
    return [above, own!.replace(`          "${subject}"\n`, ''), ...below].join(
      `nkey: ${userOf(world, user).publicKey}`,
    );
  });

/** The server no longer knows a user. */
export const revoke = (world: World, user: string): (() => void) =>
  reconfigureBus(world, (config) =>
    config.replace(userOf(world, user).publicKey, createUser().getPublicKey()),
  );
