import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, DataKey } from '@tessera/platform';
import type { Config } from '../config.js';

const PURPOSE = 'activation-code';
/** Decrypted codes in memory; to decrypt one costs as much as all else that a row of a list does. */
const MAX_OPENED_CODES = 10_000;

/** Codes at rest: encrypted, and found by an HMAC under a key of their own. Codes are in the form of `parseCode`. */
@Injectable()
export class CodeVault {
  private readonly opened = new Map<string, string>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly dataKey: DataKey,
  ) {}

  /** 32 bytes. */
  lookup(code: string): Buffer {
    return createHmac('sha256', this.config.CODE_LOOKUP_KEY).update(code).digest();
  }

  seal(code: string): Buffer {
    return this.dataKey.encrypt(code, PURPOSE);
  }

  /** What was opened stays so for a while, in this process, which has the key in its memory as well. */
  open(sealed: Buffer): string {
    const name = sealed.toString('latin1');
    let code = this.opened.get(name);
    if (code === undefined) {
      code = this.dataKey.decrypt(sealed, PURPOSE).toString();
      if (this.opened.size >= MAX_OPENED_CODES) this.opened.clear();
      this.opened.set(name, code);
    }
    return code;
  }
}
