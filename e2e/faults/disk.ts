import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file system so small that it can be filled in a moment. Needs root. */
export class SmallDisk {
  constructor(
    readonly folder: string,
    private readonly mebibytes: number,
  ) {}

  mount(): void {
    mkdirSync(this.folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${this.mebibytes}m`, 'tmpfs', this.folder]);
  }

  /** Also while somebody uses it; for them it stays until they end. */
  unmount(): void {
    execFileSync('umount', ['-l', this.folder]);
  }

  /** Until nothing more fits. */
  fill(): void {
    const file = openSync(this.ballast, 'w');
    try {
      for (const size of [65_536, 4_096, 1])
        for (const bytes = Buffer.alloc(size); ;) if (!writes(file, bytes)) break;
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.ballast);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function writes(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}
