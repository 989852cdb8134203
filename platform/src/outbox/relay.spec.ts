import { makeLogger } from '../observability/logger.js';
import { BusConnection } from '../bus/connection.js';
import { addNote, noteAdded, probe } from '../../test/probe-service.js';
import { eventually, testServers, TestService } from '../testing/index.js';
import { OutboxRelay, type RelayHook } from './relay.js';
import { OutboxWake } from './wake.js';

/** Sessions of relays that hold an advisory lock in the spec's own database. */
const leaders = `select a.pid from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.granted and a.application_name = 'probe-relay' and a.datname = current_database()`;

describe('the outbox relay', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(probe, { instances: 0 });
    await Promise.all([test.addInstance(), test.addInstance(), test.addInstance()]);
  });
  afterAll(() => test.stop());

  const actor = () => test.identity.actor({ rights: ['notes.add'] });
  const add = (text: string, count: number) => {
    const who = actor();
    return Promise.all(Array.from({ length: count }, () => test.ask(addNote, { text }, who)));
  };
  const effects = (text: string) =>
    test.query<{ message_id: string }>('select message_id from effect where text = $1', [text]);
  /** How often each event of a text was published; the spec hears what the stream refuses as well. */
  const publications = (text: string) => test.emitted(noteAdded).filter((e) => e.data.text === text);
  const unpublished = () => test.query('select 1 from outbox where published_at is null');

  it('[fault 24] is led by exactly one of three that start together, and publishes everything once', async () => {
    await eventually(async () => expect(await test.query(leaders)).toHaveLength(1));
    await add('together', 200);
    await eventually(async () => expect(await effects('together')).toHaveLength(200), 15_000);
    expect(publications('together')).toHaveLength(200);
    expect(await test.query(leaders)).toHaveLength(1);
  });

  it('[fault 24] is led on when the leader loses its session, by one again, and loses nothing', async () => {
    const [before] = await test.query<{ pid: number }>(leaders);
    const adding = add('taken over', 200);
    await test.query('select pg_terminate_backend($1)', [before!.pid]);
    await adding;
    await eventually(async () => expect(await effects('taken over')).toHaveLength(200), 15_000);
    const now = await test.query<{ pid: number }>(leaders);
    expect(now).toHaveLength(1);
    expect(now[0]!.pid).not.toBe(before!.pid);
    expect(await unpublished()).toEqual([]);
  });

  describe('that fails between two of its steps', () => {
    let connection: BusConnection;
    beforeAll(async () => {
      await Promise.all(test.instances.splice(0).map((i) => i.stop()));
      const { nats, natsUser, natsPassword } = testServers();
      const logger = makeLogger('test', 'silent');
      connection = await BusConnection.open({
        url: nats,
        service: 'probe',
        user: natsUser,
        password: natsPassword,
        logger,
      });
    });
    afterAll(() => connection.close());

    it.each(['before publish', 'before mark'] as const)(
      '[fault 10] %s publishes again; the event counts once',
      async (step) => {
        const text = `fails ${step}`;
        await test.addInstance();
        await add(text, 3);
        await Promise.all(test.instances.splice(0).map((i) => i.stop()));
        // As if nothing had been published yet: the three rows are this relay's.
        const rows = await test.query(
          'update outbox set published_at = null where body->$1->>$2 = $3 returning 1',
          ['data', 'text', text],
        );
        expect(rows).toHaveLength(3);
        const before = publications(text).length;
        let failures = 0;
        const hook: RelayHook = (at) => {
          if (at === step && failures++ === 0) throw new Error('as if the process had ended here');
        };
        const relay = new OutboxRelay(
          test.databaseUrl,
          connection,
          new OutboxWake(),
          makeLogger('test', 'silent'),
          hook,
        );
        relay.start();
        await eventually(async () => expect(await unpublished()).toEqual([]), 10_000);
        await relay.stop();
        expect(failures).toBeGreaterThan(1);
        expect(publications(text).length - before).toBe(step === 'before mark' ? 6 : 3);
        await test.addInstance();
        await eventually(async () => expect((await effects(text)).length).toBeGreaterThanOrEqual(3));
        await add('after', 1);
        await eventually(async () => expect((await effects('after')).length).toBeGreaterThan(0));
        expect(await effects(text)).toHaveLength(3);
        await test.query("delete from effect where text = 'after'");
        await Promise.all(test.instances.splice(0).map((i) => i.stop()));
      },
    );
  });
});
