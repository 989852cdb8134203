/** Injection token of the {@link BlobStore}. */
export const BLOBS = Symbol('blobs');
