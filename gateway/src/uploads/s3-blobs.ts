import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TUS_EXTENSIONS, type BlobStore, type ByteRange } from './blob-store.js';
import { ResilientS3Store, UploadCache } from './s3-store.js';

/** Parts of a multipart upload; S3 takes at most 10,000 of them. */
const PART_BYTES = 8 * 1024 ** 2;

/** A storage that hangs counts as unavailable, like one that refuses. */
const CONNECT_TIMEOUT_MS = 3_000;
/** Without a single byte. */
const READ_TIMEOUT_MS = 10_000;
const MAX_ATTEMPTS = 2;
const MAX_CACHED_UPLOADS = 1_000;
const nothing = () => undefined;
/** The client would write to the console; failures stand in our log, once. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Blobs in S3-compatible storage. */
export class S3Blobs implements BlobStore {
  readonly uploads: ResilientS3Store;
  readonly locks: string;

  constructor(url: URL) {
    const { searchParams: given } = url;
    // Object storage has no lock that every vendor offers; with several gateways the folder must be a shared one.
    this.locks = given.get('locks') ?? join(tmpdir(), 'tessera-upload-locks');
    mkdirSync(this.locks, { recursive: true, mode: 0o700 });
    this.uploads = new ResilientS3Store({
      partSize: PART_BYTES,
      // Not every S3-compatible storage has object tags.
      useTags: false,
      cache: new UploadCache(MAX_CACHED_UPLOADS),
      s3ClientConfig: {
        bucket: url.pathname.slice(1),
        region: given.get('region') ?? 'us-east-1',
        endpoint: `${given.get('tls') === 'false' ? 'http' : 'https'}://${url.host}`,
        forcePathStyle: true,
        maxAttempts: MAX_ATTEMPTS,
        logger: SILENT,
        requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: READ_TIMEOUT_MS },
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

  /** A finished multipart upload is durable by S3's own promise; one whose end was interrupted is finished now. */
  settle(key: string): Promise<void> {
    return this.uploads.finish(key);
  }

  async read(key: string, range: ByteRange): Promise<Readable> {
    return range.end < range.start ? Readable.from([]) : this.uploads.readRange(key, range);
  }

  remove(key: string): Promise<void> {
    return this.uploads.remove(key);
  }
}
