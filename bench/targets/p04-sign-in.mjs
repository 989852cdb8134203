import { product, sample } from '../lib/baselines.mjs';
import { compare } from '../lib/pairs.mjs';
import { password } from '../lib/people.mjs';
import { Raw } from '../lib/processes.mjs';

/** Accounts among which sign-ins are spread: two of one account wait for each other. */
const ACCOUNTS = 32;
/**
 * Sign-ins before the first that is measured: by then V8 has compiled what one needs, and the gateway takes 1.9 ms of a
 * processor for one in place of 2.9. What other targets ask in their first second takes two minutes here.
 */
const BEFORE = 3_000;

/** P4: a sign-in, against B10: argon2id alone. @param {import('../lib/pairs.mjs').Bench} bench */
export async function p04(bench) {
  const { world } = bench;
  await accounts(world);
  const requests = Array.from({ length: ACCOUNTS }, (_, n) => ({
    method: 'POST',
    path: '/api/v1/auth/sign-in',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `member-${n}@bench.example`, password }),
  }));
  await sample(world, requests[0]);
  const raw = await Raw.start('b10-argon2', { ...(await parameters(world)), password });
  try {
    // As many sign-ins as that were hashes: with eight in hand, a run of five seconds would lose a tenth of its work.
    const { operations, seconds: lasted } = await raw.run(1);
    const perSecond = operations / lasted;
    const side = product(world, ['identity'], { requests, connections: 8, perSecond });
    if (!bench.plan.short) await side.run(BEFORE / perSecond);
    return await compare(bench, {
      baseline: { run: (seconds) => raw.run(seconds), pids: () => [raw.pid] },
      product: side,
      must: 0.85,
      goal: 0.95,
      load: side.load,
    });
  } finally {
    await raw.stop();
  }
}

/** What the product hashes with, out of a stored hash. @param {import('../lib/world.mjs').BenchWorld} world */
async function parameters(world) {
  const { email } = await world.people();
  const [row] = await world.query('identity', 'select password_hash from user_account where email = $1', [
    email,
  ]);
  const [, memoryCost, timeCost, parallelism] = /m=(\d+),t=(\d+),p=(\d+)/.exec(row.password_hash) ?? [];
  return { memoryCost: Number(memoryCost), timeCost: Number(timeCost), parallelism: Number(parallelism) };
}

/** Copies of the owner, with the same password. @param {import('../lib/world.mjs').BenchWorld} world */
async function accounts(world) {
  const { email } = await world.people();
  await world.query(
    'identity',
    `insert into user_account (id, email, email_key, first_name, last_name, country, language, password_hash,
                               password_changed_at, terms_accepted_at, activated_at)
     select gen_random_uuid(), 'member-' || n || '@bench.example', 'member-' || n || '@bench.example', first_name, last_name,
            country, language, password_hash, password_changed_at, terms_accepted_at, activated_at
       from user_account, generate_series(0, $2 - 1) as n where email = $1
         on conflict (email_key) do nothing`,
    [email, ACCOUNTS],
  );
}
