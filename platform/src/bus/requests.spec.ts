import { errors, headers } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeLogger } from '../observability/logger.js';
import { eventually, testServers } from '../testing/index.js';
import { BusConnection } from './connection.js';
import { ConnectionLost, Requests } from './requests.js';

describe('requests on the bus', () => {
  let connection: BusConnection;
  let requests: Requests;
  const subject = `test.requests.${process.pid}`;
  const ask = (to = subject, data = '"a"', timeout = 2_000) => requests.ask(to, data, headers(), timeout);

  beforeAll(async () => {
    const { nats, natsUser, natsPassword } = testServers();
    connection = await BusConnection.open({
      url: nats,
      service: 'requests',
      user: natsUser,
      password: natsPassword,
      logger: makeLogger('test', 'silent'),
    });
    requests = new Requests(connection);
    connection.nc.subscribe(subject, { callback: (_error, message) => void message.respond(message.data) });
    connection.nc.subscribe(`${subject}.late`, {
      callback: (_error, message) => void sleep(300).then(() => message.respond('late')),
    });
    await connection.nc.flush();
  });
  afterAll(() => connection.close());

  it('get their own answers', async () => {
    const all = Array.from({ length: 200 }, (_, n) => JSON.stringify(n));
    const answers = await Promise.all(all.map((data) => ask(subject, data)));
    expect(answers.map((answer) => answer.string())).toEqual(all);
  });

  it('learn at once that no service answers', async () => {
    const began = performance.now();
    await expect(ask('test.nobody.at.all')).rejects.toThrow(errors.NoRespondersError);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('end in time, and leave an answer that comes later alone', async () => {
    const began = performance.now();
    await expect(ask(`${subject}.late`, '', 100)).rejects.toThrow(errors.TimeoutError);
    expect(performance.now() - began).toBeLessThan(200);
    await sleep(300);
    expect((await ask(subject, '"next"')).string()).toBe('"next"');
  });

  it('end when the connection is lost, and only then', async () => {
    const waiting = ask(`${subject}.late`);
    connection.emit('lost');
    await expect(waiting).rejects.toThrow(ConnectionLost);
    expect((await ask()).string()).toBe('"a"');
  });

  it('end at once when the bus does not let their subject be published', async () => {
    const waiting = ask(`${subject}.late`);
    const other = ask(subject, '"other"');
    const denied = `Permissions Violation for Publish to "${subject}.late"`;
    connection.emit('denied', errors.PermissionViolationError.parse(denied)!);
    await expect(waiting).rejects.toThrow(errors.PermissionViolationError);
    expect((await other).string()).toBe('"other"');
  });

  it('refuse what the bus cannot carry', async () => {
    await expect(ask(subject, 'x'.repeat(1_200_000))).rejects.toThrow(/max_payload/);
    await eventually(async () => expect((await ask()).string()).toBe('"a"'));
  });
});
