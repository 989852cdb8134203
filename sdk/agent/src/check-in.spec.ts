import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../test/eventually.js';
import { FakePlatform } from '../test/fake-platform.js';
import { TesseraAgent } from './agent.js';
import { checkIn, type Part, type SyncReply } from './check-in.js';
import { AgentRefused, PlatformUnreachable } from './errors.js';
import type { AgentEvent, Description } from './options.js';
import type { Executor } from './runner.js';

const reply: SyncReply = { commands: [], serverTime: '2026-01-01T00:00:00Z', nextInterval: 30 };

describe('a check-in that is refused for what it says', () => {
  const command = (id: string): Part => ({ name: 'command', value: { id, state: 'succeeded' } });
  const parts: Part[] = [
    { name: 'clock', value: 'now' },
    { name: 'report', value: { activeThreats: 3 } },
    { name: 'apps', value: [] },
    ...['a', 'b', 'c', 'd', 'e'].map(command),
  ];
  const send = async (bad: (body: string) => boolean, status = 400) => {
    const taken: string[] = [];
    const refused: Part[] = [];
    let asked = 0;
    const post = (body: object): Promise<SyncReply> => {
      asked++;
      const text = JSON.stringify(body);
      if (bad(text)) return Promise.reject(new AgentRefused('VALIDATION_FAILED', status, 'no'));
      taken.push(text);
      return Promise.resolve(reply);
    };
    const outcome = await checkIn(post, { token: 't' }, parts, (p) => refused.push(p)).catch(
      (e: unknown) => e,
    );
    return { taken: taken.join(), refused, asked, outcome };
  };

  it('is one request where nothing is wrong', async () => {
    expect(await send(() => false)).toMatchObject({ refused: [], asked: 1, outcome: reply });
  });

  it.each([
    ['a command', 400, '"c"', command('c')],
    ['the last command', 413, '"e"', command('e')],
    ['the report', 400, 'report', parts[1]],
    ['the clock', 400, 'clock', parts[0]],
  ])('loses %s alone', async (_what, status, mark, part) => {
    const { taken, refused, outcome } = await send((body) => body.includes(mark), status);
    expect(refused).toEqual([part]);
    const others = parts.filter((p) => JSON.stringify(p) !== JSON.stringify(part));
    expect(others).toHaveLength(parts.length - 1);
    for (const p of others) expect(taken).toContain(p.name === 'command' ? `"${p.value.id}"` : p.name);
    expect(outcome).toBe(reply);
  });

  it('loses two that are wrong, and one that is too much together loses nothing', async () => {
    expect((await send((b) => b.includes('"a"') || b.includes('apps'))).refused).toHaveLength(2);
    expect((await send((b) => b.length > 150)).refused).toEqual([]);
  });

  it('loses nothing to a platform that refuses every check-in', async () => {
    expect(await send(() => true)).toMatchObject({ refused: [], asked: 2, outcome: { status: 400 } });
    const unreachable = () => Promise.reject(new PlatformUnreachable('no'));
    await expect(checkIn(unreachable, {}, parts, () => undefined)).rejects.toThrow(PlatformUnreachable);
  });
});

describe('what an agent tells', () => {
  let platform: FakePlatform;
  let stateDir: string;
  let agent: TesseraAgent;
  let events: AgentEvent[];
  beforeEach(async () => {
    platform = await FakePlatform.start();
    stateDir = mkdtempSync(join(tmpdir(), 'agent-'));
    events = [];
  });
  afterEach(async () => {
    await agent.stop();
    await platform.stop();
    rmSync(stateDir, { recursive: true });
  });

  const start = async (run: Executor, describe_: () => Description = () => ({})) => {
    agent = new TesseraAgent({
      baseUrl: platform.url,
      stateDir,
      live: false,
      describe: describe_,
      execute: { quick_scan: run },
      onEvent: (e) => events.push(e),
    });
    const order = platform.order();
    platform.orders = [order];
    await agent.enroll({ code: 'AAAA-BBBB-CCCC-DDDD-EEEE', name: 'L', platform: 'linux' });
    agent.start();
    return () => platform.reports((JSON.parse(order.payload) as { id: string }).id);
  };
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  let deep: Record<string, unknown> = {};
  for (let n = 0; n < 20; n++) deep = { deep };

  it.each([
    ['NUL', { path: 'a\0b' }],
    ['half a character', { 'a\ud800': 1 }],
    ['a cycle', cyclic],
    ['a number beyond JSON', { n: 1n }],
    ['too many levels', deep],
    ['too many bytes', { text: 'x'.repeat(17_000) }],
  ])('is no result with %s', async (_what, result) => {
    const reports = await start(() => Promise.resolve(result));
    await eventually(() =>
      expect(reports().at(-1)).toMatchObject({ state: 'failed', reason: 'RESULT_INVALID' }),
    );
    expect(reports().at(-1)).not.toHaveProperty('result');
  });

  it('is every other result', async () => {
    const result = { a: 'E:\\udf00\\setup.exe', b: ['\u{1F600}'] };
    const reports = await start(() => Promise.resolve(result));
    await eventually(() => expect(reports().at(-1)).toMatchObject({ state: 'succeeded', result }));
  });

  it('is reported without its result where the platform refuses that, and the rest is reported at once', async () => {
    let threats = 0;
    platform.objection = (path, body) =>
      path === 'sync' && JSON.stringify(body.commands ?? '').includes('poison')
        ? [400, 'VALIDATION_FAILED']
        : null;
    const reports = await start(
      () => ((threats = 3), Promise.resolve({ poison: true })),
      () => ({ report: { activeThreats: threats } }),
    );
    await eventually(() =>
      expect(reports().at(-1)).toMatchObject({ state: 'failed', reason: 'RESULT_INVALID' }),
    );
    expect(platform.syncs.some((s) => JSON.stringify(s.report) === '{"activeThreats":3}')).toBe(true);
    expect(events.filter((e) => e.type === 'failed')).toEqual([]);
    const { length } = platform.syncs;
    agent.changed();
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length));
    expect(platform.syncs.at(-1)).not.toHaveProperty('commands');
  });

  it('is reported once, also where the platform has not taken it', async () => {
    platform.refused = [{ part: 'report/activity', code: 'NOT_ALLOWED' }];
    await start(
      () => Promise.resolve(),
      () => ({ report: { activity: 'idle' } }),
    );
    await eventually(() => expect(events).toContainEqual({ type: 'refused', parts: platform.refused }));
  });

  it('is its progress and its reason only as far as the platform can read them', async () => {
    const reports = await start((_command, progress) => {
      progress(NaN);
      return Promise.reject(new Error(`${'\u{1F600}'.repeat(199)}\ud800 \n${'x'.repeat(300)}`));
    });
    await eventually(() => expect(reports().at(-1)?.state).toBe('failed'));
    const { reason } = reports().at(-1) as { reason: string };
    expect([...reason]).toHaveLength(200);
    expect(reason.isWellFormed()).toBe(true);
    expect(reports().every((r) => r.progress === undefined || Number.isInteger(r.progress))).toBe(true);
  });

  it('is at most what one check-in may carry', async () => {
    let n = 0;
    const reports = await start(() => Promise.resolve({ text: `${n++}`.padEnd(15_000, 'x') }));
    await eventually(() => expect(reports().at(-1)?.state).toBe('succeeded'));
    const orders = Array.from({ length: 12 }, () => platform.order());
    platform.orders = orders;
    agent.changed();
    const ids = orders.map((o) => (JSON.parse(o.payload) as { id: string }).id);
    await eventually(() => {
      for (const id of ids) expect(platform.reports(id).at(-1)?.state).toBe('succeeded');
    });
    for (const sync of platform.syncs) expect(JSON.stringify(sync).length).toBeLessThan(100 * 1024);
  });

  it('does without a description that fails', async () => {
    const reports = await start(
      () => Promise.resolve(),
      () => {
        if (platform.enrolled) throw new Error('no idea');
        return {};
      },
    );
    await eventually(() => expect(reports().at(-1)?.state).toBe('succeeded'));
  });
});
