import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../test/eventually.js';
import { FakePlatform } from '../test/fake-platform.js';
import { TesseraAgent } from './agent.js';
import { PlatformUnreachable } from './errors.js';
import type { AgentEvent, AgentOptions, Description } from './options.js';

const idOf = ({ payload }: { payload: string }) => (JSON.parse(payload) as { id: string }).id;

describe('TesseraAgent', () => {
  let platform: FakePlatform;
  let stateDir: string;
  let agents: TesseraAgent[];
  let events: AgentEvent[];
  let runs: string[];
  let description: Description;

  beforeEach(async () => {
    platform = await FakePlatform.start();
    stateDir = mkdtempSync(join(tmpdir(), 'agent-'));
    agents = [];
    events = [];
    runs = [];
    description = { report: { realTimeProtection: true } };
  });
  afterEach(async () => {
    await Promise.all(agents.map((a) => a.stop()));
    await platform.stop();
    rmSync(stateDir, { recursive: true });
  });

  const make = (options: Partial<AgentOptions> = {}) => {
    const agent = new TesseraAgent({
      baseUrl: platform.url,
      stateDir,
      describe: () => description,
      execute: {
        quick_scan: async ({ id }) => {
          runs.push(id);
          return { found: 0 };
        },
      },
      onEvent: (event) => events.push(event),
      ...options,
    });
    agents.push(agent);
    return agent;
  };
  const join_ = { code: 'AAAA-BBBB-CCCC-DDDD-EEEE', name: 'Laptop', platform: 'linux' } as const;
  const another = { ...join_, code: 'AAAA-BBBB-CCCC-DDDD-FFFF' } as const;
  const running = async (options: Partial<AgentOptions> = {}) => {
    const agent = make(options);
    await agent.enroll(join_);
    agent.start();
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(0));
    return agent;
  };
  /** Stops an agent and starts another process's worth of it on the same state. */
  const restart = async (agent: TesseraAgent, options: Partial<AgentOptions> = {}) => {
    await agent.stop();
    const again = make(options);
    again.start();
    return again;
  };
  const endless = ({ signal }: { signal: AbortSignal }) =>
    new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

  it('[DEV-001] makes its own key pair, keeps it for itself, and proves to hold it', async () => {
    const agent = await running();
    expect(platform.enrolled).toMatchObject({
      name: 'Laptop',
      platform: 'linux',
      capabilities: ['quick_scan'],
      ...description,
    });
    expect(platform.proofs.every(Boolean)).toBe(true);
    expect(statSync(join(stateDir, 'identity.json')).mode & 0o777).toBe(0o600);
    expect(JSON.stringify([platform.enrolled, platform.syncs])).not.toContain('PRIVATE');
    const { publicKey } = platform.enrolled!;
    await agent.stop();
    await make().enroll(another);
    expect(platform.enrolled!.publicKey).toBe(publicKey);
  });

  it('checks in at the message `look`, runs the command, and reports its steps', async () => {
    await running();
    await eventually(() => expect(platform.sockets).toHaveLength(1));
    const order = platform.order();
    platform.orders.push(order);
    platform.look();
    await eventually(() =>
      expect(platform.reports(idOf(order)).at(-1)).toMatchObject({
        state: 'succeeded',
        progress: 100,
        result: { found: 0 },
      }),
    );
    expect(platform.reports(idOf(order))[0]!.state).toMatch(/running|succeeded/);
    expect(runs).toEqual([idOf(order)]);
    expect(platform.syncs.at(-1)).toMatchObject({ live: true });
  });

  it('works by check-ins alone', async () => {
    platform.interval = 0.05;
    await running({ live: false });
    const order = platform.order();
    platform.orders.push(order);
    await eventually(() => expect(platform.reports(idOf(order)).at(-1)?.state).toBe('succeeded'));
    expect(platform.sockets).toEqual([]);
    expect(platform.syncs.some((s) => 'live' in s)).toBe(false);
  });

  it('says only what has changed', async () => {
    const agent = await running();
    expect(platform.syncs.some((s) => 'report' in s)).toBe(false);
    description = { report: { realTimeProtection: false } };
    agent.changed();
    await eventually(() => expect(platform.syncs.at(-1)).toMatchObject(description));
    agent.changed();
    const { length } = platform.syncs;
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length));
    expect(platform.syncs.at(-1)).not.toHaveProperty('report');
  });

  it('neither runs nor answers what is not provably meant for it', async () => {
    const agent = await running({ live: false });
    const good = platform.order();
    const cases = {
      'another signer': platform.order({}, platform.other.privateKey),
      'a changed text': { ...good, payload: good.payload.replace('quick_scan', 'quick_scam') },
      'a key it never pinned': platform.order({}, platform.keys.privateKey, 'k2'),
      'another device': platform.order({ deviceId: 'other' }),
      'an older epoch': platform.order({ epoch: 0 }),
      'no order': platform.order({ type: 'format_disk' }),
    };
    platform.orders = Object.values(cases);
    agent.changed();
    await eventually(() =>
      expect(events.flatMap((e) => (e.type === 'ignored' ? [e.reason] : []))).toEqual([
        'WRONG_SIGNATURE',
        'WRONG_SIGNATURE',
        'UNKNOWN_KEY',
        'OTHER_DEVICE',
        'OTHER_EPOCH',
        'MALFORMED',
      ]),
    );
    platform.orders = [];
    agent.changed();
    const { length } = platform.syncs;
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length));
    expect(platform.syncs.flatMap((s) => s.commands ?? [])).toEqual([]);
    expect(runs).toEqual([]);
  });

  it.each([
    [
      'a command that comes too late',
      { deliverBy: new Date(Date.now() - 120_000).toISOString() },
      'TOO_LATE',
    ],
    ['a command that it does not know', { kind: 'wipe' }, 'NOT_SUPPORTED'],
    ['a command named as something every object has', { kind: 'constructor' }, 'NOT_SUPPORTED'],
  ])('rejects %s', async (_what, facts, reason) => {
    platform.orders = [platform.order(facts)];
    const id = idOf(platform.orders[0]!);
    await running({ live: false });
    await eventually(() => expect(platform.reports(id)).toMatchObject([{ state: 'rejected', reason }]));
    expect(runs).toEqual([]);
  });

  it('runs a command once, however often it is delivered, also after a restart', async () => {
    const order = platform.order();
    platform.orders = [order];
    const agent = await running({ live: false });
    await eventually(() => expect(platform.reports(idOf(order)).at(-1)?.state).toBe('succeeded'));
    const again = await restart(agent, { live: false });
    const { length } = platform.reports(idOf(order));
    platform.orders = [order];
    again.changed();
    await eventually(() => expect(platform.reports(idOf(order)).length).toBeGreaterThan(length));
    expect(platform.reports(idOf(order)).at(-1)!.state).toBe('succeeded');
    expect(runs).toEqual([idOf(order)]);
  });

  it('says of a command that was cut short by the end of the process that it was, and does not run it again', async () => {
    const order = platform.order();
    platform.orders = [order];
    const agent = await running({ live: false, execute: { quick_scan: endless } });
    await eventually(() => expect(platform.reports(idOf(order))).toHaveLength(1));
    await restart(agent, { live: false });
    await eventually(() =>
      expect(platform.reports(idOf(order)).at(-1)).toMatchObject({ state: 'failed', reason: 'INTERRUPTED' }),
    );
    expect(runs).toEqual([]);
  });

  it('cancels what runs, and acknowledges the cancellation of what it never had', async () => {
    const order = platform.order();
    platform.orders = [order];
    const agent = await running({ live: false, execute: { quick_scan: endless } });
    await eventually(() => expect(platform.reports(idOf(order)).at(-1)?.state).toBe('running'));
    const never = platform.order({ type: 'cancel' });
    platform.orders = [platform.order({ type: 'cancel', id: idOf(order) }), never];
    agent.changed();
    await eventually(() => {
      expect(platform.reports(idOf(order)).at(-1)!.state).toBe('cancelled');
      expect(platform.reports(idOf(never)).at(-1)!.state).toBe('cancelled');
    });
  });

  it('fails a command whose work fails, or takes longer than it may', async () => {
    const broken = platform.order({ kind: 'broken' });
    const slow = platform.order({ kind: 'slow', runTimeout: 0.05 });
    platform.orders = [broken, slow];
    await running({
      live: false,
      execute: { broken: () => Promise.reject(new Error('disk\non fire')), slow: endless },
    });
    await eventually(() => {
      expect(platform.reports(idOf(broken)).at(-1)).toMatchObject({
        state: 'failed',
        reason: 'disk on fire',
      });
      expect(platform.reports(idOf(slow)).at(-1)).toMatchObject({ state: 'failed', reason: 'TIMED_OUT' });
    });
  });

  it('gets a new token when the old one is refused', async () => {
    platform.refusals.set('sync', { status: 401, code: 'TOKEN_REJECTED' });
    await running({ live: false });
    expect(platform.proofs).toEqual([true, true, true]);
  });

  it('stops when the account ends the enrollment, and can join again as the same device', async () => {
    platform.refusals.set('sync', { status: 403, code: 'ENROLLMENT_ENDED' });
    const agent = make({ live: false });
    await agent.enroll(join_);
    agent.start();
    await eventually(() => expect(events.at(-1)).toEqual({ type: 'ended', code: 'ENROLLMENT_ENDED' }));
    expect(agent.deviceId).toBeNull();
    await agent.enroll(another);
    agent.start();
    await eventually(() => expect(platform.syncs).toHaveLength(1));
    expect(platform.proofs.every(Boolean)).toBe(true);
  });

  it('comes back from a quarantine with a new key pair, which the old one vouches for', async () => {
    platform.refusals.set('sync', { status: 403, code: 'DEVICE_QUARANTINED' });
    const agent = make({ live: false });
    await agent.enroll(join_);
    const { publicKey } = platform.enrolled!;
    agent.start();
    await eventually(() => expect(agent.deviceId).toBeNull());
    const again = await restart(agent, { live: false }).catch(() => agents.at(-1)!);
    platform.refusals.set('enroll', { status: 503, code: 'UNAVAILABLE' });
    await expect(again.enroll(another)).rejects.toThrow(PlatformUnreachable);
    await again.enroll(another);
    expect(platform.enrolled).toMatchObject({ previousPublicKey: publicKey });
    const next = platform.enrolled!.publicKey;
    expect(next).not.toBe(publicKey);
    again.start();
    await eventually(() => expect(platform.syncs).toHaveLength(1));
    expect(platform.proofs.every(Boolean)).toBe(true);
    await again.stop();
    await make().enroll(join_);
    expect(platform.enrolled).toMatchObject({ publicKey: next });
    expect(platform.enrolled).not.toHaveProperty('previousPublicKey');
  });

  it('joins a platform that does not know what it knows', async () => {
    const known = ['code', 'publicKey', 'proof', 'name', 'platform', 'capabilities', 'report', 'apps'];
    platform.objection = (path, body) =>
      path === 'enroll' && Object.keys(body).some((k) => !known.includes(k))
        ? [400, 'VALIDATION_FAILED']
        : path === 'sync' && 'clock' in body
          ? [400, 'VALIDATION_FAILED']
          : null;
    const agent = await running({ live: false });
    expect(platform.enrolled).not.toHaveProperty('report');
    await eventually(() => expect(platform.syncs.some((s) => 'report' in s)).toBe(true));
    const { length } = platform.syncs;
    agent.changed();
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length));
    expect(platform.syncs.at(-1)).not.toHaveProperty('clock');
    expect(events.filter((e) => e.type === 'refused')).toEqual([]);
  });

  it('goes on when it is enrolled again while it runs, and ignores what still comes of the old enrollment', async () => {
    const agent = await running();
    await eventually(() => expect(platform.sockets).toHaveLength(1));
    const [old] = platform.sockets;
    await agent.enroll(another);
    old!.close(4001, 'ENROLLMENT_ENDED');
    await eventually(() => expect(platform.sockets).toHaveLength(1));
    expect(agent.deviceId).toBe(platform.deviceId);
    expect(events.filter((e) => e.type === 'ended')).toEqual([]);
  });

  it('keeps its session when it is enrolled by the same code again', async () => {
    const agent = await running({ live: false });
    await agent.enroll(join_);
    platform.refusals.set('sync', { status: 401, code: 'TOKEN_REJECTED' });
    agent.changed();
    const { length } = platform.syncs;
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length), 10_000);
    expect(platform.epoch).toBe(1);
    expect(platform.proofs.every(Boolean)).toBe(true);
  });

  it('tells what time it is here', async () => {
    await running({ live: false });
    expect(Date.now() - Date.parse(String(platform.syncs.at(-1)!.clock))).toBeLessThan(10_000);
    expect(Date.now() - Date.parse(String(platform.enrolled!.clock))).toBeLessThan(10_000);
  });

  it('keeps its token by the clock of the platform', async () => {
    platform.skew = 25 * 3_600_000;
    const agent = await running({ live: false });
    agent.changed();
    const { length } = platform.syncs;
    await eventually(() => expect(platform.syncs.length).toBeGreaterThan(length));
    expect(platform.proofs).toHaveLength(2);
  });

  it('stops when the platform closes its socket for good', async () => {
    const agent = await running();
    await eventually(() => expect(platform.sockets).toHaveLength(1));
    platform.sockets[0]!.close(4001, 'DEVICE_QUARANTINED');
    await eventually(() => expect(events.at(-1)).toEqual({ type: 'ended', code: 'DEVICE_QUARANTINED' }));
    expect(agent.deviceId).toBeNull();
  });

  it('refuses to run beside another process on the same state', () => {
    writeFileSync(join(stateDir, 'lock'), String(process.ppid));
    expect(() => make()).toThrow(/runs as this device already/);
    writeFileSync(join(stateDir, 'lock'), '999999999');
    expect(() => make()).not.toThrow();
    expect(readFileSync(join(stateDir, 'lock'), 'utf8')).toBe(String(process.pid));
  });

  it.each(['http://portal.vendor.example', 'ftp://localhost', 'portal'])('does not talk to %s', (baseUrl) => {
    expect(() => make({ baseUrl })).toThrow(TypeError);
  });
});
