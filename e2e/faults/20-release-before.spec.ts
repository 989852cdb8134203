import { essentials } from './essentials.js';
import { Releases } from './releases.js';

const MINUTES = 60_000;
/** Six processes more than usual start on this machine; what is proven is that they work on this schema. */
const CLIENTS = 2;

/**
 * The moment of an update at which the migrations have run and all that serves is still the release before. The steps
 * between, one app of the other release at a time, are in `long/20-versions.spec.ts`.
 */
describe('the release before', () => {
  let releases: Releases;
  beforeAll(async () => void (releases = await Releases.start()), 10 * MINUTES);
  afterAll(() => releases?.harness.stop());

  it(
    'fault 20: does the product’s work on the schema of today under load',
    async () => {
      const { harness, staff, version } = releases;
      const began = performance.now();
      await harness.underLoad(async () => {
        const before = await harness.unsupervised(async () => {
          const running = await releases.runAll(releases.before);
          await releases.endOwn();
          await essentials(harness.world, staff);
          return running.values();
        });
        await releases.giveBack(before);
      }, CLIENTS);
      expect(await harness.verdict()).toEqual([]);
      harness.report(20, `${version} on the schema of today`, began);
    },
    4 * MINUTES,
  );
});
