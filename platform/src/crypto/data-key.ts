import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Length of the nonce and of the tag of AES-256-GCM, in bytes. */
const NONCE = 12;
const TAG = 16;

/**
 * Encryption at rest: AES-256-GCM with a key id in front of every value, so that keys rotate without a rewrite.
 * Layout: 1 byte length of the key id, key id, 12 bytes nonce, ciphertext, 16 bytes tag.
 * Configured as `id:base64[,id:base64…]`; the first key encrypts, all decrypt.
 */
export class DataKey {
  private readonly keys: Map<string, Buffer>;
  private readonly current: string;
  private readonly derived = new Map<string, Buffer>();

  constructor(configured: string) {
    this.keys = new Map(dataKeysOf(configured).map(({ id, key }) => [id, key]));
    this.current = [...this.keys.keys()][0]!;
  }

  /** @param purpose binds the value to its place, so that a ciphertext copied elsewhere does not open */
  encrypt(plain: string | Buffer, purpose: string): Buffer {
    const id = Buffer.from(this.current);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.keys.get(this.current)!, nonce).setAAD(
      Buffer.from(purpose),
    );
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from([id.length]), id, nonce, body, cipher.getAuthTag()]);
  }

  decrypt(sealed: Buffer, purpose: string): Buffer {
    const idEnd = 1 + sealed[0]!;
    const key = this.keys.get(sealed.subarray(1, idEnd).toString());
    if (!key) throw new Error('The key that sealed this value is not configured');
    const nonce = sealed.subarray(idEnd, idEnd + NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = decipher.update(sealed.subarray(idEnd + NONCE, sealed.length - TAG));
    // GCM has given all by then; this verifies the tag.
    decipher.final();
    return plain;
  }

  /** HMAC-SHA-256 under a key derived for one purpose from the oldest key, which stays when others rotate in. */
  hmac(value: string | Buffer, purpose: string): Buffer {
    let derived = this.derived.get(purpose);
    if (!derived) {
      const oldest = [...this.keys.values()].at(-1)!;
      derived = Buffer.from(hkdfSync('sha256', oldest, '', `tessera:${purpose}`, 32));
      this.derived.set(purpose, derived);
    }
    return createHmac('sha256', derived).update(value).digest();
  }
}

/** @throws Error unless it is `id:base64[,id:base64…]`, each of 32 bytes */
export function dataKeysOf(configured: string): { id: string; key: Buffer }[] {
  return configured.split(',').map((part) => {
    const [id = '', base64 = ''] = part.trim().split(':');
    const key = Buffer.from(base64, 'base64');
    if (!id || id.length > 20 || key.length !== 32) throw new Error('DATA_KEY must be id:base64 of 32 bytes');
    return { id, key };
  });
}

export const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();
/** An unguessable secret of `bytes` random bytes as base64url. */
export const randomSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
