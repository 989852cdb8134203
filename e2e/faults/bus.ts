import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import type { World } from '../world/world.js';

/** Everything must be back so soon after the bus is (fault 5); milliseconds. */
export const BACK_WITHIN = 5_000;

const urlOf = (world: World): URL => new URL(world.environmentOf('gateway').NATS_URL!);

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

/** Publishes anything to a stream, as the bus's administrator could. */
export async function publishRaw(world: World, subject: string, body: string, msgID: string): Promise<void> {
  const { nkeys } = JSON.parse(readFileSync(join(world.home, 'secrets.json'), 'utf8')) as {
    nkeys: { admin: { seed: string } };
  };
  const nats = await connect({
    servers: urlOf(world).host,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(nkeys.admin.seed)),
  });
  await jetstream(nats).publish(subject, body, { msgID });
  await nats.close();
}
