/** 128 random bits. Not crypto.randomUUID, which browsers have on https and localhost only. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
