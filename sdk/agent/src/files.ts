import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The agent's directory: JSON files that only its user reads, replaced as a whole, so that no crash leaves half of one. */
export class StateFiles {
  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  read<T>(name: string): T | null {
    try {
      return JSON.parse(readFileSync(join(this.directory, name), 'utf8')) as T;
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    }
  }

  write(name: string, value: unknown): void {
    const path = join(this.directory, name);
    const file = openSync(`${path}.new`, 'w', 0o600);
    try {
      writeSync(file, JSON.stringify(value, null, 2));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(`${path}.new`, path);
  }

  /** Two agents with one identity would look like a stolen one. @throws Error if another process holds it */
  lock(): void {
    const path = join(this.directory, 'lock');
    for (;;) {
      try {
        const file = openSync(path, 'wx', 0o600);
        writeSync(file, String(process.pid));
        closeSync(file);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== 'EEXIST') throw error;
      }
      const holder = Number(readFileSync(path, 'utf8'));
      if (holder !== process.pid && isAlive(holder))
        throw new Error(`process ${holder} runs as this device already (${path})`);
      rmSync(path, { force: true });
    }
  }

  unlock(): void {
    rmSync(join(this.directory, 'lock'), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}
