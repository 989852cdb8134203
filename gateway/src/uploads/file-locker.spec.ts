import { eventually } from '@tessera/platform/testing';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileLocker } from './file-locker.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'tessera-locks-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const times = { beat: 20, stale: 200, patience: 3_000 };
const never = new AbortController().signal;
const ignore = () => undefined;

describe('a lock of files', () => {
  it('is held by one at a time, over many instances', async () => {
    const instances = Array.from({ length: 4 }, () => new FileLocker(folder, times));
    let holders = 0;
    let most = 0;
    const work = async (locker: FileLocker) => {
      for (let n = 0; n < 10; n++) {
        const lock = locker.newLock('u');
        await lock.lock(never, ignore);
        most = Math.max(most, ++holders);
        await sleep(1);
        holders--;
        await lock.unlock();
      }
    };
    await Promise.all(instances.map(work));
    expect(most).toBe(1);
  });

  it('is asked back from its holder by who waits, in another instance', async () => {
    const holder = new FileLocker(folder, times).newLock('u');
    await holder.lock(never, () => holder.unlock());
    const waiter = new FileLocker(folder, times).newLock('u');
    await waiter.lock(never, ignore);
    await waiter.unlock();
  });

  it('of a crashed holder is taken over once it has not shown itself for a while', async () => {
    const crashed = new FileLocker(folder, { ...times, beat: 60_000 }).newLock('u');
    await crashed.lock(never, ignore);
    const began = performance.now();
    const next = new FileLocker(folder, times).newLock('u');
    await next.lock(never, ignore);
    expect(performance.now() - began).toBeGreaterThan(times.stale);
    await next.unlock();
    await crashed.unlock();
  });

  it('tells a holder that was frozen and lost it to stop', async () => {
    const told = { frozen: false };
    const frozen = new FileLocker(folder, { ...times, beat: 400 }).newLock('u');
    await frozen.lock(never, () => void (told.frozen = true));
    const next = new FileLocker(folder, times).newLock('u');
    await next.lock(never, ignore);
    await eventually(() => expect(told.frozen).toBe(true));
    await Promise.all([frozen.unlock(), next.unlock()]);
    const third = new FileLocker(folder, times).newLock('u');
    await third.lock(never, ignore);
    await third.unlock();
  });

  it('of a living holder that does not let go is refused after a while', async () => {
    const holder = new FileLocker(folder, times).newLock('u');
    await holder.lock(never, ignore);
    const waiter = new FileLocker(folder, { ...times, patience: 500 }).newLock('u');
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
