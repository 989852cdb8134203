import { FileStore } from '@tus/file-store';
import { refuse } from '@tessera/platform';
import { mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { TUS_EXTENSIONS, type BlobStore, type ByteRange } from './blob-store.js';

/** A tus store whose removal of a missing file succeeds: the sweeper may have deleted it in the same moment. */
class Files extends FileStore {
  constructor(
    options: ConstructorParameters<typeof FileStore>[0],
    private readonly erase: (key: string) => Promise<void>,
  ) {
    super(options);
  }

  override remove(key: string): Promise<void> {
    return this.erase(key);
  }
}

/** Blobs on a local or shared disk, each in a file that is named by its key, never by a name that a user chose. */
export class FileBlobs implements BlobStore {
  readonly uploads: FileStore;
  readonly locks: string;
  private readonly files: string;

  constructor(url: URL) {
    const folder = fileURLToPath(url);
    this.files = join(folder, 'files');
    this.locks = join(folder, 'locks');
    for (const made of [this.files, this.locks]) mkdirSync(made, { recursive: true, mode: 0o700 });
    this.uploads = new Files({ directory: this.files }, (key) => this.remove(key));
    this.uploads.extensions = [...TUS_EXTENSIONS];
  }

  async settle(key: string): Promise<void> {
    const file = await open(join(this.files, key), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async read(key: string, { start, end }: ByteRange): Promise<Readable> {
    const file = await open(join(this.files, key), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') refuse('NOT_FOUND');
      throw error;
    });
    if (end >= start) return file.createReadStream({ start, end });
    await file.close();
    return Readable.from([]);
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.files, key), { force: true });
    await rm(join(this.files, `${key}.json`), { force: true });
  }
}
