import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestRelease } from '../../../tools/documents/released.mjs';
import { root } from '../../../tools/start/settings.mjs';
import { run } from '../../../tools/world/run.mjs';
import { essentials } from '../essentials.js';
import { apps, Releases } from '../releases.js';
import type { Blueprint, Replica } from '../replica.js';

interface Released {
  version: string;
  contracts: Record<string, { reply: { properties: object; required?: string[] } }>;
}

const MINUTES = 60_000;
/** Seven processes more than usual start on this machine; what is proven is that they understand each other. */
const CLIENTS = 2;

describe('a contract that would break the release before', () => {
  it('fault 20: is refused by the gate before anything runs', async () => {
    const gate = (released: string) =>
      run(process.execPath, [join(root, 'tools/contracts-gate.mjs')], {
        env: { ...process.env, TESSERA_RELEASED: released },
      });
    const today = join(root, 'contracts/released');
    expect((await gate(today)).code).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), 'tessera-released-'));
    try {
      // As if that release had answered one field more, on which clients may have relied.
      const release = newestRelease() as Released;
      const { reply } = release.contracts['rpc.licensing.license.list.v1']!;
      Object.assign(reply.properties, { total: { type: 'integer' } });
      reply.required = [...(reply.required ?? []), 'total'];
      writeFileSync(join(folder, `${release.version}.json`), JSON.stringify(release));
      const { code, output } = await gate(folder);
      expect(code).toBe(1);
      expect(output).toMatch(/✗ rpc\.licensing\.license\.list\.v1 .*total/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('two releases at once', () => {
  let releases: Releases;
  beforeAll(async () => void (releases = await Releases.start()), 15 * MINUTES);
  afterAll(() => releases?.harness.stop());

  /** One of them as it is in one release, all others as they are in the other. */
  async function inTurn(one: Map<string, Blueprint>, others: Map<string, Blueprint>): Promise<Replica[]> {
    const running = await releases.runAll(others);
    await releases.endOwn();
    for (const name of apps) {
      const different = await releases.replace(running.get(name)!, one.get(name)!);
      await essentials(releases.harness.world, releases.staff);
      running.set(name, await releases.replace(different, others.get(name)!));
    }
    await essentials(releases.harness.world, releases.staff);
    return [...running.values()];
  }

  it.each([
    ['each of the release before with the others of today', () => [releases.before, releases.today] as const],
    ['each of today with the others of the release before', () => [releases.today, releases.before] as const],
  ])(
    'fault 20: %s do the product’s work under load',
    async (what, sides) => {
      const began = performance.now();
      const { harness, version } = releases;
      const [one, others] = sides();
      await harness.underLoad(async () => {
        const last = await harness.unsupervised(() => inTurn(one, others));
        await releases.giveBack(last);
      }, CLIENTS);
      // Twelve processes start on two processors: some requests find no place in time, and are told so. None fails in
      // any other way, as the checker makes sure.
      expect(await harness.verdict()).toEqual([]);
      harness.report(20, `${what}: ${version} and today`, began, { journeys: apps.length + 1 });
    },
    8 * MINUTES,
  );
});
