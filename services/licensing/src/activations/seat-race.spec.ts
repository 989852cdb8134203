import { createActivation, getLicense } from '@tessera/contracts';
import { codeOf } from '@tessera/platform/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { LicensingWorld } from '../../test/factories.js';

/** Of one request, with a pause before each as the SDK makes it, in milliseconds. */
const MAX_RETRIES = 4;
const RETRY_PAUSE_MS = 100;
/** Of all requests of a race: one in ten. */
const MAX_FAILURES = 100;

let world: LicensingWorld;
beforeAll(async () => void (world = await LicensingWorld.start({ instances: 2 })));
afterAll(() => world.stop());

interface Outcome {
  code: string;
  /** Attempts that a busy service refused or did not answer in time. */
  failures: number;
}

/** Sends one request, and again after a failure, as clients do: for the same device. */
async function activate(activationCode: string): Promise<Outcome> {
  const device = world.activation({ activationCode });
  for (let failures = 0; ; failures++) {
    const code = await codeOf(world.test.ask(createActivation, device, null));
    const isFailure = code === 'UNAVAILABLE' || code === 'DEADLINE_EXCEEDED';
    if (!isFailure || failures === MAX_RETRIES) return { code, failures };
    await sleep(RETRY_PAUSE_MS * 2 ** failures * Math.random());
  }
}

const atOnce = (requests: number, activationCode: string): Promise<Outcome[]> =>
  Promise.all(Array.from({ length: requests }, () => activate(activationCode)));

const count = (outcomes: Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code } of outcomes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

describe('seats', () => {
  it('[EDG-001] lets exactly 100 of 1,000 activations at once have 100 seats, over two instances', async () => {
    const owner = world.owner();
    const license = await world.license(owner, { seats: 100 });
    const outcomes = await atOnce(1_000, license.activationCode);
    expect(count(outcomes)).toEqual({ OK: 100, SEAT_LIMIT_REACHED: 900 });
    expect(outcomes.reduce((sum, { failures }) => sum + failures, 0)).toBeLessThanOrEqual(MAX_FAILURES);
    expect(await world.test.ask(getLicense, { id: license.id }, owner)).toMatchObject({
      seats: { limit: 100, used: 100 },
    });
  }, 120_000);

  it('[EDG-001] cannot be oversold by any statement on the table', async () => {
    const license = await world.license(world.owner(), { seats: 1 });
    const [{ id }] = (await world.test.query('select id from license where serial_number = $1', [
      license.serialNumber,
    ])) as [{ id: string }];
    const seat = (slot: number, limit: number) =>
      world.test.query('insert into seat (license_id, slot, seat_limit) values ($1, $2, $3)', [
        id,
        slot,
        limit,
      ]);
    await seat(1, 1);
    await expect(seat(1, 1)).rejects.toThrow(/seat_pkey/);
    await expect(seat(2, 1)).rejects.toThrow(/seat_within_limit/);
    await expect(seat(2, 2)).rejects.toThrow(/seat_of_license/);
  });

  it('[EDG-001] gives each freed seat to one of many concurrent activations', async () => {
    const license = await world.license(world.owner(), { seats: 5 });
    const first = await Promise.all(Array.from({ length: 5 }, () => world.activate(license.activationCode)));
    await Promise.all(first.slice(0, 3).map((a) => world.end(a)));
    expect(count(await atOnce(40, license.activationCode))).toEqual({ OK: 3, SEAT_LIMIT_REACHED: 37 });
  });
});
