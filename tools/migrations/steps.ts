import { makeDataSource } from '../../platform/src/database/data-source.js';
import { makeLogger } from '../../platform/src/observability/logger.js';
import type { MigrationInterface } from 'typeorm';
import { contracting } from './contracting.js';
import { readSchema } from './schema.js';

type Migration = new () => MigrationInterface & {
  /**
   * It takes away what a release stopped using. `after` is that release: it is recorded in contracts/released, and an
   * instance of an older one cannot go on. Says why in a sentence.
   */
  contracts?: { after: string; why: string };
};

export interface Step {
  name: string;
  faults: string[];
}

/**
 * Runs migrations one by one on an empty database, in the order in which a service does, and compares what there is before
 * and after each.
 * @param released versions that are recorded
 * @returns those that the release before would trip over, except the marked ones
 */
export async function contractingSteps(
  url: string,
  migrations: readonly Migration[],
  released: readonly string[],
): Promise<Step[]> {
  const source = makeDataSource({
    url,
    entities: [],
    migrations: [],
    poolSize: 2,
    applicationName: 'migrations',
    logger: makeLogger('test', 'silent'),
  });
  await source.initialize();
  const q = source.createQueryRunner();
  const steps: Step[] = [];
  try {
    let before = await readSchema(q);
    for (const migration of inOrder(migrations)) {
      await migration.up(q);
      const after = await readSchema(q);
      const faults = contracting(before, after);
      before = after;
      const mark = migration.contracts;
      if (mark && !released.includes(mark.after)) faults.push(`${mark.after} is no recorded release`);
      else if (mark && !faults.length) faults.push('it is marked as taking something away, and does not');
      else if (mark?.why) faults.length = 0;
      if (faults.length) steps.push({ name: nameOf(migration), faults });
    }
  } finally {
    await q.release();
    await source.destroy();
  }
  return steps;
}

const nameOf = (migration: MigrationInterface): string => migration.name ?? migration.constructor.name;

/** As TypeORM orders them: by the time at the end of their names. */
function inOrder(migrations: readonly Migration[]) {
  const time = (migration: MigrationInterface) => Number(nameOf(migration).slice(-13));
  return migrations.map((M) => new M()).sort((a, b) => time(a) - time(b));
}
