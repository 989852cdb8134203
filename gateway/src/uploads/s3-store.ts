import { S3Store, type MetadataValue } from '@tus/s3-store';
import { ERRORS, type KvStore, type Upload } from '@tus/server';
import { refuse } from '@tessera/platform';
import { LRUCache } from 'lru-cache';
import type { Readable } from 'node:stream';
import type { ByteRange } from './blob-store.js';
import { isStorageAway } from './storage-away.js';

/** As S3 and others call what is not there; after an upload's end some say so of it, and some of its key. */
const MISSING = ['NoSuchKey', 'NotFound', 'NoSuchUpload'];
const isMissing = (error: unknown): boolean => MISSING.includes((error as Error).name);

/**
 * The tus store with what it lacks: reading a range, an end that is reached although the storage was away at that
 * moment, parts of which none is missing in the middle, and a removal that leaves nothing.
 */
export class PatientS3Store extends S3Store {
  override async create(upload: Upload): Promise<Upload> {
    return available(super.create(upload));
  }

  /**
   * One part after the other. Side by side, a part may fail whose successor is stored: what is stored is counted, not
   * looked at, and the upload would go on at the wrong place.
   */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const turns = new OneByOne();
    const inTurn = Object.create(this, {
      partUploadSemaphore: { value: turns },
      uploadPart: {
        value: (...part: Parameters<S3Store['uploadPart']>) => turns.unless(this.uploadPart(...part)),
      },
    }) as PatientS3Store;
    return available(S3Store.prototype.write.call(inTurn, source, id, offset));
  }

  /** What the storage cannot tell is unknown, not missing: a client that hears the latter begins anew. */
  override async getUpload(id: string): Promise<Upload> {
    await this.known(id);
    return available(super.getUpload(id));
  }

  /** Puts the parts together if all are there and nobody has, because the storage was away when the last one came. */
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
    // Asked for and not remembered: an upload that was interrupted while it was begun is there several times, or unknown.
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
    if (isStorageAway(error)) refuse('UNAVAILABLE', { detail: String(error) });
    throw error;
  }
}

/** Room for one; the store asks for it before it takes a part from the client, and gives it back when that is stored. */
class OneByOne {
  private last = Promise.resolve();
  private broken = false;

  async acquire(): Promise<{ release(): Promise<void> }> {
    const before = this.last;
    let end: () => void = () => undefined;
    this.last = new Promise((done) => (end = done));
    await before;
    // The store would begin a file for the next part, and forget it.
    if (this.broken) await new Promise(() => undefined);
    return { release: () => Promise.resolve(end()) };
  }

  /** Whoever waits for the next turn waits for ever if this fails; nothing but the store's own end refers to them. */
  async unless<T>(stored: Promise<T>): Promise<T> {
    return stored.catch((error: unknown) => {
      this.broken = true;
      throw error;
    });
  }
}

/** What the storage says of uploads under way, asked once for several requests; the oldest is asked for again. */
export class LatestUploads implements KvStore<MetadataValue> {
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
