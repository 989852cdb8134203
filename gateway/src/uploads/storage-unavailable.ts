/** Whether the storage itself has failed, as its client marks it: the same may succeed when the storage is back. */
export const isStorageUnavailable = (error: unknown): boolean =>
  (error as { $metadata?: object } | undefined)?.$metadata !== undefined;
