import type { DataStore } from '@tus/server';
import type { Readable } from 'node:stream';
import { FileBlobs } from './file-blobs.js';

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of attachments are. A key is the attachment's id. */
export interface BlobStore {
  /** The store of the tus library. */
  readonly uploads: DataStore;
  /** A folder that all instances of the gateway share, for locks. */
  readonly locks: string;
  /** Makes the written bytes durable, before the upload counts as complete. */
  settle(key: string): Promise<void>;
  /** @throws Refusal NOT_FOUND when there is no such blob */
  read(key: string, range: ByteRange): Promise<Readable>;
  /** Deletes a blob; no failure if it is gone already. */
  remove(key: string): Promise<void>;
}

/** By one setting: `file:///folder`, or `s3://key:secret@host/bucket?region=…&tls=…&locks=/shared/folder`. */
export async function blobStoreOf(url: string): Promise<BlobStore> {
  if (!url.startsWith('s3:')) return new FileBlobs(new URL(url));
  // The S3 client takes several megabytes and a third of a second to load, so it is loaded only where it is used.
  const { S3Blobs } = await import('./s3-blobs.js');
  return new S3Blobs(new URL(url));
}

/** Extensions of tus that the gateway offers: the size is always announced, and the support service decides on expiry. */
export const TUS_EXTENSIONS = ['creation', 'creation-with-upload', 'termination'];
