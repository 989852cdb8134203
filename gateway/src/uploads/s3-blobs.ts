import { S3Store } from '@tus/s3-store';
import { refuse } from '@tessera/platform';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TUS_EXTENSIONS, type BlobStore, type ByteRange } from './blob-store.js';

/** Parts of a multipart upload; S3 takes at most 10,000 of them. */
const PART_BYTES = 8 * 1024 ** 2;

/** The tus store with what it lacks: reading a range of a finished object. */
class RangedS3Store extends S3Store {
  async readRange(key: string, { start, end }: ByteRange): Promise<Readable> {
    const { Body } = await this.client.getObject({
      Bucket: this.bucket,
      Key: key,
      Range: `bytes=${start}-${end}`,
    });
    return Body as Readable;
  }
}

/** Blobs in S3-compatible storage. */
export class S3Blobs implements BlobStore {
  readonly uploads: RangedS3Store;
  readonly locks: string;

  constructor(url: URL) {
    const { searchParams: given } = url;
    // Object storage has no lock that every vendor offers; with several gateways the folder must be a shared one.
    this.locks = given.get('locks') ?? join(tmpdir(), 'tessera-upload-locks');
    mkdirSync(this.locks, { recursive: true, mode: 0o700 });
    this.uploads = new RangedS3Store({
      partSize: PART_BYTES,
      // Object tags are what not every S3-compatible storage has.
      useTags: false,
      s3ClientConfig: {
        bucket: url.pathname.slice(1),
        region: given.get('region') ?? 'us-east-1',
        endpoint: `${given.get('tls') === 'false' ? 'http' : 'https'}://${url.host}`,
        forcePathStyle: true,
        ...(url.username
          ? {
              credentials: {
                accessKeyId: decodeURIComponent(url.username),
                secretAccessKey: decodeURIComponent(url.password),
              },
            }
          : {}),
      },
    });
    this.uploads.extensions = [...TUS_EXTENSIONS];
  }

  /** A finished multipart upload is durable by S3's own promise. */
  async settle(): Promise<void> {}

  async read(key: string, range: ByteRange): Promise<Readable> {
    if (range.end < range.start) return Readable.from([]);
    return this.uploads.readRange(key, range).catch((error: Error) => {
      if (error.name === 'NoSuchKey') refuse('NOT_FOUND');
      throw error;
    });
  }

  async remove(key: string): Promise<void> {
    await this.uploads.remove(key).catch((error: { status_code?: number }) => {
      if (error.status_code !== 404) throw error;
    });
  }
}
