import { eventually } from '@tessera/platform/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileLocker } from './file-locker.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'tessera-locks-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const times = { heartbeatMs: 20, staleMs: 200, timeoutMs: 3_000 };
const never = new AbortController().signal;
const ignore = () => undefined;

describe('a file lock', () => {
  it('is held by one at a time, over many instances', async () => {
    const instances = Array.from({ length: 4 }, () => new FileLocker(folder, times));
    let holders = 0;
    let maxHolders = 0;
    const work = async (locker: FileLocker) => {
      for (let n = 0; n < 10; n++) {
        const lock = locker.newLock('u');
        await lock.lock(never, ignore);
        maxHolders = Math.max(maxHolders, ++holders);
        await sleep(1);
        holders--;
        await lock.unlock();
      }
    };
    await Promise.all(instances.map(work));
    expect(maxHolders).toBe(1);
  });

  it('is requested back from its holder by an instance that waits', async () => {
    const holder = new FileLocker(folder, times).newLock('u');
    await holder.lock(never, () => holder.unlock());
    const waiter = new FileLocker(folder, times).newLock('u');
    await waiter.lock(never, ignore);
    await waiter.unlock();
  });

  it('of a crashed holder is taken over after a while without a heartbeat', async () => {
    const crashed = new FileLocker(folder, { ...times, heartbeatMs: 60_000 }).newLock('u');
    await crashed.lock(never, ignore);
    const began = performance.now();
    const next = new FileLocker(folder, times).newLock('u');
    await next.lock(never, ignore);
    expect(performance.now() - began).toBeGreaterThan(times.staleMs);
    await next.unlock();
    await crashed.unlock();
  });

  it('asks a holder that was frozen and has lost it to stop', async () => {
    let asked = false;
    const frozen = new FileLocker(folder, { ...times, heartbeatMs: 400 }).newLock('u');
    await frozen.lock(never, () => void (asked = true));
    const next = new FileLocker(folder, times).newLock('u');
    await next.lock(never, ignore);
    await eventually(() => expect(asked).toBe(true));
    await Promise.all([frozen.unlock(), next.unlock()]);
    const third = new FileLocker(folder, times).newLock('u');
    await third.lock(never, ignore);
    await third.unlock();
  });

  it('times out for others while its holder lives and does not release it', async () => {
    const holder = new FileLocker(folder, times).newLock('u');
    await holder.lock(never, ignore);
    const waiter = new FileLocker(folder, { ...times, timeoutMs: 500 }).newLock('u');
    await expect(waiter.lock(never, ignore)).rejects.toMatchObject({ status_code: 500 });
    await holder.unlock();
  });

  it('leaves nothing when it is forgotten', async () => {
    const locker = new FileLocker(folder, times);
    const lock = locker.newLock('u');
    await lock.lock(never, ignore);
    await lock.unlock();
    await locker.forget('u');
    expect(await readdir(folder)).toEqual([]);
  });
});
