import { setTimeout as sleep } from 'node:timers/promises';
import { limitStream, publishRaw } from '../bus.js';
import { FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';

/**
 * What keeps the promises is taken away, and the checker must say so: a checker that finds nothing in a product that is
 * broken would prove nothing about one that is not.
 */
describe('the product without', () => {
  let harness: FaultHarness;
  beforeEach(async () => {
    harness = await FaultHarness.start();
    expect(await harness.verdict()).toEqual([]);
  });
  afterEach(() => harness?.stop());

  function tell(what: string, wrong: string[]): void {
    const kinds = [...new Set(wrong.map((w) => w.slice(0, w.indexOf(':'))))];
    const counts = kinds.map((kind) => `${wrong.filter((w) => w.startsWith(`${kind}:`)).length} × ${kind}`);
    harness.report(0, `sabotage: ${what}`, performance.now(), {
      found: counts.join(', '),
      'the first': wrong[0],
    });
  }

  it('a second try of an outbox row loses events, and the checker says so', async () => {
    await harness.tables.query(
      'support',
      `create function once() returns trigger language plpgsql as
        $$ begin if new.attempts > old.attempts then new.published_at = now(); end if; return new; end $$`,
    );
    await harness.tables.query(
      'support',
      'create trigger no_retry before update on outbox for each row execute function once()',
    );
    const failed = 'select 1 from outbox where attempts > 0';
    await harness.underLoad(async () => {
      const before = await limitStream(harness.world, 'EVT_SUPPORT', (used) => used);
      await until(async () => (await harness.tables.query('support', failed)).length > 5, 20_000);
      await limitStream(harness.world, 'EVT_SUPPORT', () => before);
    });
    const wrong = await harness.verdict(5_000);
    tell('a failed publication is not tried again', wrong);
    expect(wrong).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^inbox: .* heard 0 times/),
        expect.stringMatching(/^effects: .* had 0 of/),
      ]),
    );
  });

  it('the inbox’s key doubles effects, and the checker says so', async () => {
    await harness.tables.query('notifications', 'alter table inbox drop constraint inbox_pkey');
    await harness.underLoad(() => sleep(1_000));
    const events = await harness.tables.query<{ subject: string; body: object }>(
      'support',
      `select subject, body from outbox where subject like '%request.registered%' order by seq desc limit 5`,
    );
    for (const [n, { subject, body }] of events.entries())
      await publishRaw(harness.world, subject, JSON.stringify(body), `again-${n}`);
    await until(async () => (await harness.verdict(0)).length > 0, 10_000);
    const wrong = await harness.verdict(2_000);
    tell('the inbox takes a message twice', wrong);
    expect(wrong).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^inbox: .* heard 2 times/),
        expect.stringMatching(/^effects: .* had 2 of/),
      ]),
    );
  });

  it('the limit of seats oversells, and the checker says so', async () => {
    const [{ floor }] = harness.companies as [FaultHarness['companies'][0]];
    const more = () =>
      harness.tables.query(
        'licensing',
        'insert into seat (license_id, slot, seat_limit) select license_id, slot + seat_limit, seat_limit from seat where license_id = $1',
        [floor.licenseId],
      );
    const rows = () =>
      harness.tables.query('licensing', 'select 1 from seat where license_id = $1', [floor.licenseId]);
    await harness.underLoad(() => until(async () => (await rows()).length > 0, 20_000));
    // With it, not even a defect that makes seats can.
    await expect(more()).rejects.toThrow(/seat_within_limit/);
    await harness.tables.query('licensing', 'alter table seat drop constraint seat_within_limit');
    await more();
    await harness.underLoad(async () => {
      // Nobody gives back what nobody was to have.
      floor.seats *= 2;
      await sleep(6_000);
      floor.seats /= 2;
    });
    const wrong = await harness.verdict(1_000);
    tell('a license has more seats than were sold', wrong);
    expect(wrong).toEqual(expect.arrayContaining([expect.stringMatching(/^oversold: /)]));
  });
});
