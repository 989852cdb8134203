import { eventually } from '@tessera/platform/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../tools/world/api.mjs';
import type { View } from '../../portal/src/api/client.js';
import { orderCode, owner } from '../world/people.js';
import { sharedVendor } from '../world/shared-vendor.js';
import type { World } from '../world/world.js';

/** Within this long a command has arrived, on a busy machine too. */
const REACTION_MS = 15_000;

describe('devices', () => {
  let world: World;
  let acme: Api;

  beforeAll(async () => {
    const vendor = await sharedVendor();
    world = vendor.world;
    const companyName = 'Devices GmbH';
    const code = await orderCode(world, vendor.licenses, { companyName });
    acme = await owner(world, 'owner@devices.example', code, { companyName });
  });

  const state = mkdtempSync(join(tmpdir(), 'tessera-device-'));
  let simulator: ChildProcess | undefined;
  let device: View<'DeviceView'>;
  const run = (...more: string[]) => {
    const args = [
      'tools/device.mjs',
      '--url',
      world.url,
      '--state',
      state,
      '--name',
      'Laptop of Olga',
      '--scan-seconds',
      '1',
      ...more,
    ];
    simulator = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  };
  const stop = async () => {
    simulator?.kill('SIGTERM');
    while (simulator && simulator.exitCode === null && simulator.signalCode === null) await sleep(20);
  };
  afterAll(async () => {
    await stop();
    rmSync(state, { recursive: true, force: true });
  });

  it('[DEV-001] join by a code, with a key pair of their own, and are shown online with their status', async () => {
    const enrollment = await acme.post<View<'DrawnEnrollment'>>('/devices/enrollments');
    expect(enrollment).toMatchObject({
      code: expect.any(String),
      qr: expect.stringMatching(/^data:image\/png;base64,/),
      expiresAt: expect.any(String),
    });
    run('--enroll', enrollment.code);
    await eventually(async () => {
      device = (await acme.get<View<'DevicePage'>>('/devices')).items[0]!;
      expect(device).toMatchObject({ name: 'Laptop of Olga', online: true, status: 'protected' });
    }, REACTION_MS);
  });

  it('[DEV-030][EDG-010] run a quick scan on command, state by state', async () => {
    const command = await acme.post<View<'CommandView'>>(`/devices/${device.id}/commands`, {
      kind: 'quick_scan',
    });
    expect(command).toMatchObject({ state: 'queued', deliverBy: expect.any(String) });
    await eventually(async () => {
      const { items } = await acme.get<View<'CommandPage'>>(`/devices/${device.id}/commands`);
      const done = items.find((c) => c.id === command.id)!;
      expect(done.state).toBe('succeeded');
      expect(done.timeline.map((s) => s.state)).toEqual(['queued', 'delivered', 'running', 'succeeded']);
    }, REACTION_MS);
  });

  it('[DEV-026] get a command when they come back', async () => {
    await stop();
    const command = await acme.post<View<'CommandView'>>(`/devices/${device.id}/commands`, {
      kind: 'quick_scan',
    });
    await eventually(async () =>
      expect(await acme.get(`/devices/${device.id}`)).toMatchObject({ online: false }),
    );
    expect(
      (await acme.get<View<'CommandPage'>>(`/devices/${device.id}/commands`)).items.find(
        (c) => c.id === command.id,
      )!.state,
    ).toBe('queued');
    run();
    await eventually(async () => {
      const { items } = await acme.get<View<'CommandPage'>>(`/devices/${device.id}/commands`);
      expect(items.find((c) => c.id === command.id)!.state).toBe('succeeded');
    }, REACTION_MS);
  });

  it('[DEV-009] can be renamed, by who has seen the latest version', async () => {
    const answer = await acme.send('GET', `/devices/${device.id}`);
    const etag = answer.headers.get('etag')!;
    await acme.patch(`/devices/${device.id}`, { name: 'Notebook' }, { 'if-match': etag });
    expect((await acme.get(`/devices/${device.id}`)).name).toBe('Notebook');
    await expect(
      acme.patch(`/devices/${device.id}`, { name: 'X' }, { 'if-match': etag }),
    ).rejects.toMatchObject({ status: 412 });
    await expect(acme.patch(`/devices/${device.id}`, { name: 'X' }, {})).rejects.toMatchObject({
      status: 428,
    });
  });

  it('[DEV-013][DEV-018][DEV-020][DEV-021] leave the account with their licenses untouched, and can come back', async () => {
    const before = await acme.get('/licenses');
    await acme.delete(`/devices/${device.id}`);
    await stop();
    expect(await acme.get('/licenses')).toEqual(before);
    const enrollment = await acme.post<View<'DrawnEnrollment'>>('/devices/enrollments');
    run('--enroll', enrollment.code);
    await eventually(async () => {
      const back = (await acme.get<View<'DevicePage'>>('/devices')).items.find((d) => d.online)!;
      expect(back.id).toBe(device.id);
    }, REACTION_MS);
    await stop();
  });
});
