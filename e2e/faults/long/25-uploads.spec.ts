import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { S3Server } from '../../../gateway/test/uploads/s3-server.js';
import type { Api } from '../../../tools/world/api.mjs';
import { Proxy } from '../proxy.js';
import { SECONDS, FaultHarness } from '../fault-harness.js';
import { until } from '../waiting.js';

const MEBIBYTES = 48;
const CUTS = 3 + SECONDS;
const BYTES_A_SECOND = 16e6;
/** More than questions and answers about the upload. */
const SOME_BYTES = 200_000;
/** How long the storage is away in the middle of an upload. */
const AWAY_MS = 3_000;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An upload as a browser does it: it asks where to go on whenever it was interrupted. */
class Sending {
  readonly file = randomBytes(MEBIBYTES * 2 ** 20);
  tries = 0;

  constructor(
    private readonly api: Api,
    private readonly door: string,
  ) {}

  /** @returns the upload's address */
  done(): Promise<string> {
    return new Promise((resolve, reject) => {
      const upload: Upload = new Upload(this.file as never, {
        endpoint: `${this.door}/api/v1/uploads`,
        uploadSize: this.file.length,
        headers: { authorization: `Bearer ${this.api.token!}` },
        metadata: { filename: 'traces.zip', acceptDataStatement: 'true' },
        retryDelays: Array.from({ length: 60 }, () => 100),
        onBeforeRequest: () => void this.tries++,
        onError: reject,
        onSuccess: () => resolve(upload.url!),
      });
      upload.start();
    });
  }
}

/**
 * Cuts a line again and again, each time when some bytes have got through, and as much later as chance will have it.
 * @returns how many had got through since the last time, in MiB
 */
async function cutting(line: Proxy, done: Promise<unknown>): Promise<string[]> {
  const offsets: string[] = [];
  let over = false;
  void done.catch(() => undefined).finally(() => (over = true));
  // Slow enough that a cut meets it in the middle.
  line.slow({ rate: BYTES_A_SECOND });
  while (offsets.length < CUTS) {
    const before = line.carried;
    await until(() => over || line.carried - before > SOME_BYTES, 30_000);
    if (over) break;
    await sleep(150 * Math.random());
    line.cut();
    offsets.push(((line.carried - before) / 2 ** 20).toFixed(1));
    await sleep(50);
    line.mend();
    line.slow({ rate: BYTES_A_SECOND });
  }
  return offsets;
}

/** What a reader gets, once a request has it as its attachment. */
async function arrived(api: Api, id: string): Promise<string> {
  const subject = `With ${randomBytes(4).toString('hex')}`;
  const request = { category: 'portal', subject, description: 'See there.' };
  await api.post('/requests', { ...request, attachmentIds: [id] });
  const answer = await api.send('GET', `/attachments/${id}`);
  return sha256(new Uint8Array(await answer.arrayBuffer()));
}
const idOf = (address: string) => address.split('/').at(-1)!;

describe('uploads', () => {
  let harness: FaultHarness;
  let line: Proxy;
  beforeAll(async () => {
    harness = await FaultHarness.start();
    line = await Proxy.to(Number(new URL(harness.world.url).port));
  });
  afterAll(async () => {
    await line?.close();
    await harness?.stop();
  });

  it('fault 25: an upload that is cut off again and again, anywhere, is resumed, and arrives unchanged', async () => {
    const began = performance.now();
    const { api } = harness.companies[0]!;
    const sending = new Sending(api, line.via(harness.world.url));
    let offsets: string[] = [];
    const address = await harness.underLoad(async () => {
      const done = sending.done();
      offsets = await cutting(line, done);
      return done;
    });
    expect(await arrived(api, idOf(address))).toBe(sha256(sending.file));
    expect(sending.tries).toBeGreaterThan(CUTS);
    expect(harness.requestLog.failures(began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    const { tries } = sending;
    harness.report(25, `an upload of ${MEBIBYTES} MiB cut after ${offsets.join(', ')} MiB`, began, { tries });
  });
});

describe('uploads into object storage', () => {
  let harness: FaultHarness;
  let s3: S3Server;
  let line: Proxy;
  beforeAll(async () => {
    s3 = await S3Server.start();
    line = await Proxy.to(s3.port);
    harness = await FaultHarness.start({}, (home) =>
      Promise.resolve({ BLOB_URL: s3.url(join(home, 'upload-locks'), line.port) }),
    );
  });
  afterAll(async () => {
    await harness?.stop();
    await line?.close();
    await s3?.stop();
  });

  it('fault 25: an upload whose storage is cut off, and then away, is resumed, arrives unchanged, and leaves nothing else', async () => {
    const began = performance.now();
    const { api } = harness.companies[0]!;
    const sending = new Sending(api, harness.world.url);
    let offsets: string[] = [];
    const address = await harness.underLoad(async () => {
      const done = sending.done();
      offsets = await cutting(line, done);
      line.cut();
      await sleep(AWAY_MS);
      // Who begins meanwhile is told to come back.
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': '1', 'upload-metadata': 'filename YQ==' };
      const refused = await api.send('POST', '/uploads', undefined, headers);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      line.mend();
      return done;
    });
    const id = idOf(address);
    expect(await arrived(api, id)).toBe(sha256(sending.file));
    const left = [...s3.objects.keys(), ...[...s3.multiparts.values()].map(({ key }) => key)];
    expect(left.filter((key) => key.startsWith(id)).sort()).toEqual([id, `${id}.info`]);
    // What was begun while nobody could be told is known, and has an end: then it goes (gateway/src/uploads/s3-store.spec.ts).
    const begun = left.filter((key) => !key.startsWith(id)).map((key) => key.split('.')[0]);
    const ending = await harness.tables.query<{ id: string }>(
      'support',
      `select id from attachment where id = any($1::uuid[])
          and (state = 'expired' or state = 'uploading' and expires_at < now() + interval '25 hours')`,
      [begun],
    );
    expect(ending.map((row) => row.id).sort()).toEqual([...new Set(begun)].sort());
    expect(sending.tries).toBeGreaterThan(2);
    // Everything else goes on without it.
    expect(harness.requestLog.failures(began)).toEqual([]);
    expect(await harness.verdict()).toEqual([]);
    const what = `the storage of an upload of ${MEBIBYTES} MiB cut after ${offsets.join(', ')} MiB, then away`;
    harness.report(25, what, began, { tries: sending.tries });
  });
});
