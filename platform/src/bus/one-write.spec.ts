import { connect, type NatsConnection } from '@nats-io/transport-node';
import { testServers } from '../testing/test-infrastructure.js';
import { writeOncePerTurn } from './one-write.js';

const open = (): Promise<NatsConnection> => {
  const { nats: servers, natsUser: user, natsPassword: pass } = testServers();
  return connect({ servers, user, pass, noAsyncTraces: true });
};

/** Counts the writes while a hundred requests come in, each in a microtask of its own. */
async function writesOf(nc: NatsConnection): Promise<number> {
  await nc.request('one-write.echo', 'first');
  const { transport } = (nc as unknown as { protocol: { transport: { send(frame: Uint8Array): void } } })
    .protocol;
  const send = transport.send.bind(transport);
  let writes = 0;
  transport.send = (frame) => {
    writes++;
    send(frame);
  };
  const answers = Array.from({ length: 100 }, async (_, n) => {
    for (let turn = 0; turn < n; turn++) await Promise.resolve();
    return (await nc.request('one-write.echo', `message ${n}`)).string();
  });
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 100 }, (_, n) => `message ${n}`));
  return writes;
}

it('sends what belongs to one turn of the event loop in one write, in its order', async () => {
  const [server, plain, together] = [await open(), await open(), await open()];
  try {
    server.subscribe('one-write.echo', { callback: (_error, message) => void message.respond(message.data) });
    await server.flush();
    expect(await writesOf(plain)).toBeGreaterThan(50);
    writeOncePerTurn(together);
    expect(await writesOf(together)).toBeLessThan(10);
  } finally {
    await Promise.all([server.close(), plain.close(), together.close()]);
  }
});
