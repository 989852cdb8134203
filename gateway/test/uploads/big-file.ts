import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of random bytes on disk, with its checksum. */
export async function bigFile(megabytes: number) {
  const path = join(tmpdir(), `tessera-upload-${randomBytes(6).toString('hex')}`);
  const file = await open(path, 'w');
  const hash = createHash('sha256');
  for (let i = 0; i < megabytes; i++) {
    const bytes = randomBytes(1024 ** 2);
    hash.update(bytes);
    await file.write(bytes);
  }
  await file.close();
  return { path, size: megabytes * 1024 ** 2, sha256: hash.digest('hex') };
}
