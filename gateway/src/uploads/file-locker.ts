import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import { mkdir, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FileLockerTimes {
  /** How often a holder touches its file, and looks for a waiting request. */
  heartbeatMs: number;
  /** A lock whose holder has not touched its file for this long is free. */
  staleMs: number;
  /** How long to wait for a lock. */
  timeoutMs: number;
}

const FREE = 'free';
const WANTED = 'wanted';
const TIMES: FileLockerTimes = { heartbeatMs: 500, staleMs: 5_000, timeoutMs: 30_000 };

/**
 * Locks that all instances of the gateway share, as files in the blob store. A lock is a folder of numbered files, held by the
 * instance that created the highest number, which the file system lets only one do. Numbers only grow, so that a holder that
 * was frozen and comes back finds a higher one and stops. A crashed holder stops touching its file; that is found by watching
 * the file for a while, not by comparing the clocks of two machines.
 */
export class FileLocker implements Locker {
  constructor(
    private readonly folder: string,
    private readonly times: FileLockerTimes = TIMES,
  ) {}

  newLock(id: string): Lock {
    return new FileLock(join(this.folder, id), this.times);
  }

  /** For an id that is never locked again. */
  async forget(id: string): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true });
  }
}

class FileLock implements Lock {
  private mine = 0;
  private heartbeat: NodeJS.Timeout | null = null;

  constructor(
    private readonly folder: string,
    private readonly times: FileLockerTimes,
  ) {}

  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = performance.now() + this.times.timeoutMs;
    const seen = { mark: '', since: 0 };
    while (!signal.aborted && performance.now() < end) {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const last = await this.last();
      if (last === 0 || (await this.released(last)) || (await this.abandoned(last, seen))) {
        if (await this.take(last + 1)) {
          this.scheduleHeartbeat(release);
          return;
        }
      } else {
        await writeFile(join(this.folder, WANTED), '').catch(() => undefined);
        await sleep(this.times.heartbeatMs / 5);
      }
    }
    throw ERRORS.ERR_LOCK_TIMEOUT;
  }

  async unlock(): Promise<void> {
    if (this.heartbeat) clearTimeout(this.heartbeat);
    this.heartbeat = null;
    // Not deleted: a deleted number could be created again by an instance that waits for its end.
    await writeFile(this.file(this.mine), FREE).catch(() => undefined);
  }

  /** The highest number; 0 when the lock was never taken. */
  private async last(): Promise<number> {
    return Math.max(0, ...(await this.names()).map(Number).filter(Number.isInteger));
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch {
      // The lock was never taken, or is forgotten.
      return [];
    }
  }

  private async released(number: number): Promise<boolean> {
    return (await readFile(this.file(number), 'utf8').catch(() => '')) === FREE;
  }

  private async abandoned(number: number, seen: { mark: string; since: number }): Promise<boolean> {
    const { mtimeMs } = await stat(this.file(number)).catch(() => ({ mtimeMs: 0 }));
    const mark = `${number}/${mtimeMs}`;
    if (mark !== seen.mark) Object.assign(seen, { mark, since: performance.now() });
    return performance.now() - seen.since > this.times.staleMs;
  }

  private async take(number: number): Promise<boolean> {
    try {
      await (await open(this.file(number), 'wx', 0o600)).close();
    } catch (error) {
      // Another instance was faster, or the upload has ended and its folder is deleted.
      if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
    // Meanwhile others may have held the lock several times, and deleted this number.
    if ((await this.last()) > number) {
      await rm(this.file(number), { force: true });
      return false;
    }
    this.mine = number;
    await this.clear();
    return true;
  }

  private async clear(): Promise<void> {
    const old = (await this.names()).filter((name) => name === WANTED || Number(name) < this.mine);
    await Promise.all(old.map((name) => rm(join(this.folder, name), { force: true })));
  }

  private scheduleHeartbeat(release: RequestRelease): void {
    this.heartbeat = setTimeout(() => {
      void this.touch(release).finally(() => {
        if (this.heartbeat) this.scheduleHeartbeat(release);
      });
    }, this.times.heartbeatMs);
  }

  private async touch(release: RequestRelease): Promise<void> {
    const now = new Date();
    await utimes(this.file(this.mine), now, now).catch(() => undefined);
    const names = await this.names();
    if (names.includes(WANTED) || names.some((name) => Number(name) > this.mine)) await release();
  }

  private file(number: number): string {
    return join(this.folder, String(number));
  }
}
