import { Devtools } from '../lib/devtools.mjs';
import { interactiveAfter, scriptBytes, signedIn } from '../lib/portal.mjs';
import { discardedBy, onSteadyMachine } from '../lib/pairs.mjs';
import { order, password } from '../lib/people.mjs';
import { median, round } from '../lib/statistics.mjs';

const KB = 1_000;
const LICENSES = 25;

/**
 * P13: what the sign-in page weighs for a browser that has never been here, and how long the licenses page takes until it
 * can be used on a processor a quarter as fast, both by a browser that has to load everything and by one that was here before.
 * @param {import('../lib/pairs.mjs').Bench} bench @returns {Promise<import('../lib/pairs.mjs').Result>}
 */
export async function p13(bench) {
  const { world, say } = bench;
  const people = await world.people();
  const { items } = await people.owner.get('/licenses?limit=25');
  for (let n = items.length; n < LICENSES; n++) {
    const [activationCode] = await order(people, { companyName: 'Bench GmbH' });
    await people.owner.post('/licenses', { activationCode });
  }
  const { bytes, files } = await scriptBytes(`${world.url}/sign-in`);
  say(`    sign-in page: ${(bytes / KB).toFixed(1)} KB of script in ${files} files`);
  const browser = await Devtools.open();
  try {
    const times = await rounds(bench, browser, people.email);
    const first = median(times.kept.map((t) => t.first));
    const again = median(times.kept.map((t) => t.again));
    return {
      ratio: null,
      min: null,
      max: null,
      cpuRatio: null,
      p50: round(first),
      p99: null,
      must: 'script ≤ 200 KB, licenses ≤ 1500 ms',
      goal: 'script ≤ 120 KB, licenses ≤ 1000 ms',
      pass: !times.noisy && bytes <= 200 * KB && first <= 1_500,
      details: {
        scriptKilobytes: round(bytes / KB, 1),
        scriptFiles: files,
        licensesFirstVisitMs: round(first, 0),
        least: round(Math.min(...times.kept.map((t) => t.first)), 0),
        greatest: round(Math.max(...times.kept.map((t) => t.first)), 0),
        licensesLaterVisitMs: round(again, 0),
        // An absolute time, so that this belongs to it.
        machineLoopsPerSecond: round(median(times.speeds), 0),
        rounds: times.kept.length,
        discarded: times.discarded,
        noisy: times.noisy,
      },
    };
  } finally {
    await browser.close();
  }
}

/** Each with an empty profile, signed in. @param {import('../lib/pairs.mjs').Bench} bench @param {Devtools} browser @param {string} email */
async function rounds(bench, browser, email) {
  const { world, plan, say } = bench;
  const row = 'main table a[href^="/licenses/"]';
  const { all, discarded, noisy } = await onSteadyMachine(
    bench,
    { times: plan.rounds, tries: plan.rounds * 2 },
    async () => {
      const profile = await signedIn(browser, world.url, { email, password });
      const first = await interactiveAfter(browser, profile, `${world.url}/licenses`, row);
      const again = await interactiveAfter(browser, profile, `${world.url}/licenses`, row);
      await browser.send('Target.disposeBrowserContext', { browserContextId: profile });
      return { first, again };
    },
    ({ first, again }, drift) =>
      say(
        `    licenses page: ${first.toFixed(0)} ms at the first visit, ${again.toFixed(0)} ms later${discardedBy(drift)}`,
      ),
  );
  return {
    kept: all.map(({ done }) => done),
    speeds: all.map(({ speed }) => speed),
    discarded,
    noisy,
  };
}
