import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The inbox was keyed by consumer first, and its age was a B-tree: together half of what an event costs the database. Ids of
 * messages rise with time, so by them a new row goes to the end of the key, whichever consumer it is of; and rows lie in the
 * order in which they came, which is what a BRIN index is for.
 *
 * Each step is one of its own, and none holds up writing, however many rows there are; after a step that failed the whole
 * begins again and finds what is done.
 */
export class InboxByMessage1795800000000 implements MigrationInterface {
  readonly name = 'InboxByMessage1795800000000';
  /** An index that is built while others write cannot be within a transaction. */
  readonly transaction = false;

  async up(q: QueryRunner): Promise<void> {
    if (!(await isByMessage(q))) {
      // What a build that was broken off has left is not usable.
      await q.query(`drop index if exists inbox_by_message`);
      await q.query(`create unique index concurrently inbox_by_message on inbox (message_id, consumer)`);
      await q.query(
        `alter table inbox drop constraint inbox_pkey,
           add constraint inbox_pkey primary key using index inbox_by_message`,
      );
    }
    await q.query(`drop index if exists inbox_age`);
    await q.query(
      `create index concurrently inbox_age on inbox using brin (received_at) with (autosummarize = on)`,
    );
    await q.query(`drop index concurrently if exists inbox_received`);
  }

  async down(): Promise<void> {
    // The release before works with either.
  }
}

async function isByMessage(q: QueryRunner): Promise<boolean> {
  const rows = (await q.query(
    `select a.attname as first from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.conrelid = 'inbox'::regclass and c.contype = 'p'`,
  )) as { first: string }[];
  return rows[0]?.first === 'message_id';
}
