import { ERRORS, type Lock, type Locker, type RequestRelease } from '@tus/server';
import { mkdir, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FileLockerTimes {
  /** How often a holder shows that it lives, and looks whether somebody waits. */
  beat: number;
  /** A lock whose holder has not shown itself for so long is nobody's. */
  stale: number;
  /** How long to wait for a lock. */
  patience: number;
}

const FREE = 'free';
const WANTED = 'wanted';
const TIMES: FileLockerTimes = { beat: 500, stale: 5_000, patience: 30_000 };

/**
 * Locks that all instances of the gateway share, as files in the blob store. A lock is a folder of numbered files: who
 * creates the next number, which the file system lets only one do, has it. Numbers only grow, so that a holder that was
 * frozen and comes back finds a higher one and stops. A crashed holder stops touching its file; whether that is so is
 * seen by watching the file for a while, not by comparing clocks of two machines.
 */
export class FileLocker implements Locker {
  constructor(
    private readonly folder: string,
    private readonly times: FileLockerTimes = TIMES,
  ) {}

  newLock(id: string): Lock {
    return new FileLock(join(this.folder, id), this.times);
  }

  /** When nobody will ever lock this id again. */
  async forget(id: string): Promise<void> {
    await rm(join(this.folder, id), { recursive: true, force: true });
  }
}

class FileLock implements Lock {
  private mine = 0;
  private heart: NodeJS.Timeout | null = null;

  constructor(
    private readonly folder: string,
    private readonly times: FileLockerTimes,
  ) {}

  async lock(signal: AbortSignal, release: RequestRelease): Promise<void> {
    const end = performance.now() + this.times.patience;
    const seen = { mark: '', since: 0 };
    while (!signal.aborted && performance.now() < end) {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const last = await this.last();
      if (last === 0 || (await this.given(last)) || (await this.abandoned(last, seen))) {
        if (await this.take(last + 1)) {
          this.beat(release);
          return;
        }
      } else {
        await writeFile(join(this.folder, WANTED), '').catch(() => undefined);
        await sleep(this.times.beat / 5);
      }
    }
    throw ERRORS.ERR_LOCK_TIMEOUT;
  }

  async unlock(): Promise<void> {
    if (this.heart) clearTimeout(this.heart);
    this.heart = null;
    // Not deleted: a number that is gone could be taken again by one who has been waiting for its end.
    await writeFile(this.file(this.mine), FREE).catch(() => undefined);
  }

  /** The highest number; 0 when nobody ever had the lock. */
  private async last(): Promise<number> {
    return Math.max(0, ...(await this.names()).map(Number).filter(Number.isInteger));
  }

  private async names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch {
      // Nobody has had it yet, or it is forgotten.
      return [];
    }
  }

  private async given(number: number): Promise<boolean> {
    return (await readFile(this.file(number), 'utf8').catch(() => '')) === FREE;
  }

  private async abandoned(number: number, seen: { mark: string; since: number }): Promise<boolean> {
    const { mtimeMs } = await stat(this.file(number)).catch(() => ({ mtimeMs: 0 }));
    const mark = `${number}/${mtimeMs}`;
    if (mark !== seen.mark) Object.assign(seen, { mark, since: performance.now() });
    return performance.now() - seen.since > this.times.stale;
  }

  private async take(number: number): Promise<boolean> {
    try {
      await (await open(this.file(number), 'wx', 0o600)).close();
    } catch (error) {
      // Somebody else was faster, or the upload is over and its folder gone.
      if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
    // Meanwhile others may have had the lock several times over, and cleared our number away.
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

  private beat(release: RequestRelease): void {
    this.heart = setTimeout(() => {
      void this.live(release).finally(() => {
        if (this.heart) this.beat(release);
      });
    }, this.times.beat);
  }

  private async live(release: RequestRelease): Promise<void> {
    const now = new Date();
    await utimes(this.file(this.mine), now, now).catch(() => undefined);
    const names = await this.names();
    if (names.includes(WANTED) || names.some((name) => Number(name) > this.mine)) await release();
  }

  private file(number: number): string {
    return join(this.folder, String(number));
  }
}
