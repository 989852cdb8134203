import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { UnpublishedRows } from './unpublished.js';

describe('what is unpublished', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let table: UnpublishedRows;
  beforeAll(async () => {
    database = await testDatabase('unpublished', [], []);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    table = new UnpublishedRows(client);
    await table.prepare();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function write(text: string, traceparent: string | null) {
    const [id, aggregateId] = [randomUUID(), randomUUID()];
    await client.query(
      `insert into outbox (id, subject, aggregate_id, aggregate_version, traceparent, body)
       values ($1, 'evt.probe.note.added.v1', $2, 1, $3, $4)`,
      [id, aggregateId, traceparent, { text }],
    );
    return { id, aggregateId, subject: 'evt.probe.note.added.v1', traceparent: traceparent ?? '' };
  }

  it('is read as it was written, whatever stands in its body', async () => {
    const texts = ['plain', 'two\nlines, and\r\nmore', 'a "quoted" \\n and Grüße 漢字 \u2028', ''];
    const traces = ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', null, null, null];
    const written = [];
    for (const [n, text] of texts.entries()) written.push(await write(text, traces[n]!));
    const { rows, age } = await table.read('0', 10);
    expect(rows.map(({ body }) => JSON.parse(body) as object)).toEqual(texts.map((text) => ({ text })));
    expect(rows).toEqual(written.map((row) => expect.objectContaining(row)));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60);
    expect((await table.read(rows[1]!.seq, 1)).rows).toEqual([rows[2]]);
    await table.mark([rows[0]!.seq, rows[2]!.seq]);
    expect((await table.read('0', 10)).rows).toEqual([rows[1], rows[3]]);
    await table.mark(rows.map(({ seq }) => seq));
    expect(await table.read('0', 10)).toEqual({ rows: [], age: 0 });
  });

  it('is read a batch at a time from a backlog that the table’s statistics do not know', async () => {
    await client.query('analyze outbox');
    await client.query(
      `insert into outbox (id, subject, aggregate_id, aggregate_version, body)
       select gen_random_uuid(), 'evt.probe.note.added.v1', gen_random_uuid(), 1, '{}' from generate_series(1, 5000)`,
    );
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      'explain select seq from outbox where published_at is null and seq > 0 order by seq limit 200',
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('outbox_unpublished');
    expect(plan).not.toMatch(/Sort|Bitmap|Seq Scan/);
  });
});
