import { TestService } from '../testing/index.js';
import { addNote, probe, waitFor } from '../../test/probe-service.js';
import { eventually } from '../testing/eventually.js';

describe('a rolling restart', () => {
  let test: TestService;
  beforeAll(async () => (test = await TestService.start(probe, { instances: 2 })));
  afterAll(() => test.stop());

  it('loses no request: what was taken is finished, and the other instance takes the rest', async () => {
    const actor = test.identity.actor({ rights: ['notes.add'] });
    let running = true;
    let asked = 0;
    const failures: unknown[] = [];
    const client = async () => {
      while (running) {
        asked++;
        await test.ask(addNote, { text: 'roll' }, actor).catch((e: unknown) => failures.push(e));
      }
    };
    const clients = Array.from({ length: 8 }, client);
    for (let round = 0; round < 3; round++) {
      await test.addInstance();
      const old = test.instances.shift()!;
      await Promise.all([old.stop(), test.ask(waitFor, { milliseconds: 300 }, null)]);
    }
    running = false;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(50);
    const [notes] = await test.query<{ n: number }>(
      "select count(*)::int as n from note where text = 'roll'",
    );
    expect(notes!.n).toBe(asked);
    // Nothing that was committed stays behind, whichever instance led the relay.
    await eventually(async () => {
      const [effects] = await test.query<{ n: number }>(
        "select count(*)::int as n from effect where text = 'roll'",
      );
      expect(effects!.n).toBe(asked);
    }, 15_000);
  });
});
