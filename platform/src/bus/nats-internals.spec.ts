import { randomUUID } from 'node:crypto';
import { AckPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { eventually } from '../testing/index.js';
import { testServers } from '../testing/test-infrastructure.js';
import { acknowledge } from './nats-internals.js';

describe('acknowledgements', () => {
  let nc: NatsConnection;
  const name = `acknowledge-${randomUUID()}`;

  beforeAll(async () => {
    const { nats: servers, natsUser: user, natsPassword: pass } = testServers();
    nc = await connect({ servers, user, pass, noAsyncTraces: true });
    const manager = await jetstreamManager(nc);
    await manager.streams.add({ name, subjects: [name] });
    await manager.consumers.add(name, { durable_name: 'all', ack_policy: AckPolicy.Explicit });
  });
  afterAll(async () => {
    await (await jetstreamManager(nc)).streams.delete(name);
    await nc.close();
  });

  it('of a batch are those of its messages only', async () => {
    const js = jetstream(nc);
    for (let n = 0; n < 10; n++) await js.publish(name, String(n));
    const messages: JsMsg[] = [];
    for await (const message of await (await js.consumers.get(name, 'all')).fetch({ max_messages: 10 }))
      messages.push(message);
    acknowledge(nc, messages.slice(0, 7));
    const info = async () => {
      const { num_ack_pending, ack_floor } = await (await jetstreamManager(nc)).consumers.info(name, 'all');
      return { unanswered: num_ack_pending, upTo: ack_floor.stream_seq };
    };
    await eventually(async () => expect(await info()).toEqual({ unanswered: 3, upTo: 7 }));
  });
});
