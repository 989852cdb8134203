import { S3Store, type MetadataValue } from '@tus/s3-store';
import { ERRORS, type KvStore, type Upload } from '@tus/server';
import { refuse } from '@tessera/platform';
import { LRUCache } from 'lru-cache';
import type { Readable } from 'node:stream';
import type { ByteRange } from './blob-store.js';
import { isStorageUnavailable } from './storage-unavailable.js';

/** Names of errors for what does not exist; after an upload's end some storages say so of it, and some of its key. */
const MISSING = ['NoSuchKey', 'NotFound', 'NoSuchUpload'];
const isMissing = (error: unknown): boolean => MISSING.includes((error as Error).name);

/**
 * The tus store with what it lacks: reading a range, completing an upload after the storage was unavailable at its end, parts
 * of which none is missing in the middle, and a removal that leaves nothing.
 */
export class ResilientS3Store extends S3Store {
  override async create(upload: Upload): Promise<Upload> {
    return available(super.create(upload));
  }

  /**
   * One part after the other. Of parts in parallel one may fail whose successor is stored: the store counts the stored parts
   * without looking at their numbers, and the upload would go on at the wrong offset.
   */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const parts = new SequentialParts();
    const sequential = Object.create(this, {
      partUploadSemaphore: { value: parts },
      uploadPart: {
        value: (...part: Parameters<S3Store['uploadPart']>) => parts.stopOnFailure(this.uploadPart(...part)),
      },
    }) as ResilientS3Store;
    return available(S3Store.prototype.write.call(sequential, source, id, offset));
  }

  /** While the storage is unavailable the upload is not missing: a client that hears that begins from the start. */
  override async getUpload(id: string): Promise<Upload> {
    await this.known(id);
    return available(super.getUpload(id));
  }

  /** Completes the multipart upload, if the storage was unavailable when its last part came. */
  async finish(id: string): Promise<void> {
    const metadata = await this.known(id);
    try {
      await this.finishMultipartUpload(metadata, await this.retrieveParts(id));
    } catch (error) {
      if (!isMissing(error)) refuse('UNAVAILABLE');
    }
    await this.clearCache(id);
  }

  async readRange(key: string, { start, end }: ByteRange): Promise<Readable> {
    const range = `bytes=${start}-${end}`;
    const { Body } = await available(this.client.getObject({ Bucket: this.bucket, Key: key, Range: range }));
    return Body as Readable;
  }

  /** The upload, whether it is under way or complete, and everything that was kept beside it. */
  override async remove(id: string): Promise<void> {
    // Listed, not taken from the cache: an upload that was interrupted at its creation exists several times, or not in the cache.
    const { Uploads = [] } = await available(
      this.client.listMultipartUploads({ Bucket: this.bucket, Prefix: id }),
    );
    for (const { Key, UploadId } of Uploads.filter((u) => u.Key === id))
      await available(this.client.abortMultipartUpload({ Bucket: this.bucket, Key, UploadId }));
    for (const Key of [id, this.partKey(id, true), this.infoKey(id)])
      await available(this.client.deleteObject({ Bucket: this.bucket, Key }));
    await this.clearCache(id);
  }

  private async known(id: string): ReturnType<S3Store['getMetadata']> {
    return this.getMetadata(id).catch((error: unknown) => {
      if (isMissing(error)) throw ERRORS.FILE_NOT_FOUND;
      return refuse('UNAVAILABLE');
    });
  }
}

async function available<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) refuse('NOT_FOUND');
    if (isStorageUnavailable(error)) refuse('UNAVAILABLE', { detail: String(error) });
    throw error;
  }
}

/** Semaphore of one: the store acquires it before it takes a part from the client, and releases it when that is stored. */
class SequentialParts {
  private last = Promise.resolve();
  private failed = false;

  async acquire(): Promise<{ release(): Promise<void> }> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise((done) => (end = done));
    await before;
    // The store would begin a temporary file for the next part, and never delete it.
    if (this.failed) await new Promise(() => undefined);
    return { release: () => Promise.resolve(end()) };
  }

  /** After a failed part no further `acquire` resolves; those promises are collected with the store's stream. */
  async stopOnFailure<T>(stored: Promise<T>): Promise<T> {
    return stored.catch((error: unknown) => {
      this.failed = true;
      throw error;
    });
  }
}

/** The storage's metadata of unfinished uploads, read once for several requests. */
export class UploadCache implements KvStore<MetadataValue> {
  private readonly known: LRUCache<string, MetadataValue>;

  constructor(maxUploads: number) {
    this.known = new LRUCache({ max: maxUploads });
  }

  get(id: string): Promise<MetadataValue | undefined> {
    return Promise.resolve(this.known.get(id));
  }

  set(id: string, value: MetadataValue): Promise<void> {
    this.known.set(id, value);
    return Promise.resolve();
  }

  delete(id: string): Promise<void> {
    this.known.delete(id);
    return Promise.resolve();
  }
}
