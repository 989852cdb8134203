import { randomUUID } from 'node:crypto';
import { noteAdded, probe } from '../../test/probe-service.js';
import { eventually, TestService } from '../testing/index.js';

/** What the alerts go by (infra/observability/alerts.yml); the looks behind it are 10 s apart. */
describe('/metrics of a service', () => {
  let test: TestService;
  beforeAll(async () => (test = await TestService.start(probe)));
  afterAll(() => test.stop());

  const figures = async () =>
    (await fetch(`http://127.0.0.1:${test.instances[0]!.healthPort}/metrics`)).text();
  const data = { noteId: randomUUID(), text: 'poison' };

  it('says that it leads the outbox, and how the pool stands', async () => {
    await eventually(async () => {
      const now = await figures();
      expect(now).toMatch(/^tessera_outbox_leading 1$/m);
      expect(now).toMatch(/^tessera_database_connections\{state="limit"\} 10$/m);
      expect(now).toMatch(/^tessera_database_connections\{state="waiting"\} 0$/m);
    });
  });

  it('counts what a consumer has before it, and dead letters', async () => {
    await test.publish(noteAdded, data); // tried again for more than a minute
    await test.publish(noteAdded, data, { raw: 'no JSON', msgId: 'dead' });
    await eventually(async () => {
      const now = await figures();
      expect(now).toMatch(/^tessera_consumer_pending\{consumer="probe_note-added-v1"\} 1$/m);
      expect(now).toMatch(/^tessera_dead_letters 1$/m);
    }, 25_000);
  }, 40_000);
});
