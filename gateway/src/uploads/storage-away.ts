/** What the storage itself could not do, as its client marks it, is over when the storage is back. */
export const isStorageAway = (error: unknown): boolean =>
  (error as { $metadata?: object } | undefined)?.$metadata !== undefined;
