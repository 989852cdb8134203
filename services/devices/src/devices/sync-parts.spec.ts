import { listCommands, sendCommand, type SyncDevice } from '@tessera/contracts';
import { TestService } from '@tessera/platform/testing';
import { administrator, connectedDevice, healthy, shield, someId } from '../../test/factories.js';
import { service } from '../service.js';

/** A check-in of which some part is wrong: the others are taken, and the device is told which one was not. */
describe('POST /agent/sync, part by part', () => {
  let test: TestService;
  beforeAll(async () => {
    test = await TestService.start(service);
  });
  afterAll(() => test.stop());

  const world = async () => {
    const admin = administrator(test);
    const device = await connectedDevice(test, admin);
    const send = async () => {
      const { id } = await test.ask(sendCommand, { id: device.id, kind: 'quick_scan' }, admin);
      await device.sync();
      return id;
    };
    const command = async (id: string) =>
      (await test.ask(listCommands, { id: device.id }, admin)).items.find((c) => c.id === id)!;
    return { admin, device, send, command, sync: (news: unknown) => device.sync(news as SyncDevice) };
  };
  const threats = { ...healthy(), activeThreats: 3 };

  it.each([
    ['a Windows path', { a: 'E:\\udf00\\setup.exe' }],
    ['a path that looks like an escaped zero', { a: 'C:\\u0000\\x', 'b\\ud800': 1 }],
    ['characters beyond 16 bits', { '\u{1F600}': '\u{10FFFF}' }],
    ['nothing', {}],
  ])('takes a result with %s', async (_what, result) => {
    const { sync, send, command } = await world();
    const id = await send();
    expect((await sync({ commands: [{ id, state: 'succeeded', result }] })).refused).toBeUndefined();
    expect(await command(id)).toMatchObject({ state: 'succeeded', result });
  });

  it.each([
    ['NUL', { a: 'a\0b' }],
    ['NUL in a name', { 'a\0': 1 }],
    ['half a character, deep inside', { a: [{ b: '\ud800' }] }],
    ['more than 16 KiB', { a: 'x'.repeat(17_000) }],
    ['a list', [1]],
    ['a text', 'done'],
    ['null', null],
  ])('ends a command whose result is or has %s, and takes everything else', async (_what, result) => {
    const { admin, device, sync, send, command } = await world();
    const id = await send();
    const reply = await sync({ report: threats, commands: [{ id, state: 'succeeded', result }] });
    expect(reply.refused).toEqual([{ part: 'commands/0/result', code: 'RESULT_INVALID' }]);
    expect(reply.orders).toEqual([]);
    const { state, timeline, result: stored } = await command(id);
    expect({ state, stored, last: timeline.at(-1) }).toMatchObject({
      state: 'failed',
      stored: null,
      last: { state: 'failed', reason: 'RESULT_INVALID' },
    });
    expect(await device.view(admin)).toMatchObject({
      status: 'problem',
      reasons: [{ code: 'THREATS_FOUND' }],
    });
  });

  it('takes the good reports of commands beside bad ones', async () => {
    const { sync, send, command } = await world();
    const id = await send();
    const commands = [
      null,
      { id: 'x', state: 'succeeded' },
      { id: someId(), state: 'done' },
      { id, state: 'succeeded', progress: 101, reason: 'well\ndone '.repeat(30), result: { ok: 1 }, more: 1 },
    ];
    expect((await sync({ commands })).refused).toEqual([
      { part: 'commands/0', code: 'WRONG_TYPE' },
      { part: 'commands/1/id', code: 'MALFORMED' },
      { part: 'commands/2/state', code: 'NOT_ALLOWED' },
      { part: 'commands/3/progress', code: 'OUT_OF_RANGE' },
    ]);
    const { state, result, timeline } = await command(id);
    expect({ state, result }).toEqual({ state: 'succeeded', result: { ok: 1 } });
    expect(timeline.at(-1)!.reason).toMatch(/^well done well/);
  });

  it('knows a command by its id in capitals, and shows its reason in the form of every text', async () => {
    const { sync, send, command } = await world();
    const id = await send();
    const reply = await sync({
      live: 'yes',
      commands: [
        { id: id.toUpperCase(), state: 'failed', reason: ' zu wenig Speicher fu\u0308r \u202eexe ' },
      ],
    });
    expect(reply.refused).toBeUndefined();
    const { state, timeline } = await command(id);
    expect([state, timeline.at(-1)!.reason]).toEqual(['failed', 'zu wenig Speicher f\u00fcr exe']);
  });

  it('takes no report as healthier than it is: what cannot be read is a reason of its own', async () => {
    const { admin, device, sync } = await world();
    const report = {
      ...healthy(),
      activeThreats: '3',
      databasesAt: 'yesterday',
      activity: 'defrag',
      more: 1,
    };
    expect((await sync({ report })).refused).toEqual([
      { part: 'report/databasesAt', code: 'MALFORMED' },
      { part: 'report/activeThreats', code: 'WRONG_TYPE' },
      { part: 'report/activity', code: 'NOT_ALLOWED' },
    ]);
    expect(await device.view(admin)).toMatchObject({
      status: 'attention',
      reasons: [{ code: 'REPORT_INCOMPLETE', severity: 'attention' }],
    });
    await sync({ report: healthy() });
    expect(await device.view(admin)).toMatchObject({ status: 'protected', reasons: [] });
    await sync({ report: 'fine' });
    expect((await device.view(admin)).status).toBe('attention');
  });

  it('leaves out an app or a component that cannot be read, and uninstalls neither', async () => {
    const { admin, device, sync } = await world();
    const component = { id: 'files', name: 'Files', state: 'on' };
    await sync({ apps: [shield, { product: 'Vault', version: '1' }] });
    const reply = await sync({
      report: threats,
      apps: [
        { ...shield, components: [component, { ...component, id: 'net', state: 'paused' }, 7] },
        { product: 'Vault', version: 'v'.repeat(61) },
      ],
    });
    expect(reply.refused).toEqual([
      { part: 'apps/0/components/1/state', code: 'NOT_ALLOWED' },
      { part: 'apps/0/components/2', code: 'WRONG_TYPE' },
      { part: 'apps/1/version', code: 'TOO_LONG' },
    ]);
    expect(await device.view(admin)).toMatchObject({
      reasons: [{ code: 'THREATS_FOUND' }, { code: 'REPORT_INCOMPLETE' }],
      apps: [
        { product: 'Endpoint Shield', installed: true, components: [component] },
        { product: 'Vault', installed: true, version: '1' },
      ],
    });
    // Of a list in which something has no name, nobody can say what is missing.
    await sync({ apps: [null] });
    expect((await device.view(admin)).apps.map((a) => a.installed)).toEqual([true, true]);
    await sync({ apps: [shield] });
    expect((await device.view(admin)).apps.map((a) => a.installed)).toEqual([true, false]);
  });

  it('takes the first of more than there may be, and says so', async () => {
    const { admin, device, sync, send, command } = await world();
    const id = await send();
    const apps = Array.from({ length: 101 }, (_, n) => ({
      product: `App ${String(n).padStart(3, '0')}`,
      version: '1',
    }));
    const commands = [
      { id, state: 'succeeded' },
      ...Array.from({ length: 50 }, () => ({ id: someId(), state: 'failed' })),
    ];
    expect((await sync({ apps, commands })).refused).toEqual([
      { part: 'apps/100', code: 'TOO_MANY' },
      { part: 'commands/50', code: 'TOO_MANY' },
    ]);
    expect((await device.view(admin)).apps).toHaveLength(101);
    expect((await command(id)).state).toBe('succeeded');
  });

  it('names at most a hundred parts', async () => {
    const { sync } = await world();
    const components = Array.from({ length: 50 }, () => 1);
    const apps = Array.from({ length: 100 }, () => ({ ...shield, components }));
    expect((await sync({ apps })).refused).toHaveLength(100);
  });
});
