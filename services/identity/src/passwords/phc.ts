/** Parameters of argon2id, and which pepper went over its output. */
export interface HashParameters {
  memoryKib: number;
  iterations: number;
  parallelism: number;
  keyId: string;
}

export interface StoredHash extends HashParameters {
  salt: Buffer;
  /** HMAC-SHA-256 under the pepper over argon2id's 32 bytes. */
  mac: Buffer;
}

const PATTERN =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3}),keyid=([A-Za-z0-9+/]{1,22})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;
/** A stored hash that costs more than this is not ours, and computing it would be an attack on us. */
const MAX_MEMORY_KIB = 524_288;
const MAX_ITERATIONS = 10;

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** The PHC string format, with the pepper's id as `keyid`. */
export function writePhc(h: StoredHash): string {
  const parameters = `m=${h.memoryKib},t=${h.iterations},p=${h.parallelism},keyid=${h.keyId}`;
  return `$argon2id$v=19$${parameters}$${base64(h.salt)}$${base64(h.mac)}`;
}

/** @returns null for anything else than {@link writePhc} writes, and for hashes of unreasonable cost */
export function readPhc(text: string): StoredHash | null {
  const m = PATTERN.exec(text);
  if (!m) return null;
  const [memoryKib, iterations, parallelism] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (memoryKib! > MAX_MEMORY_KIB || iterations! > MAX_ITERATIONS) return null;
  return {
    memoryKib: memoryKib!,
    iterations: iterations!,
    parallelism: parallelism!,
    keyId: m[4]!,
    salt: Buffer.from(m[5]!, 'base64'),
    mac: Buffer.from(m[6]!, 'base64'),
  };
}
