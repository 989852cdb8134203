import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, DataKey } from '@tessera/platform';
import type { Config } from '../config.js';

const PURPOSE = 'activation-code';

/** Codes at rest: encrypted, and found by an HMAC under a key of their own. Codes are in the form of `parseCode`. */
@Injectable()
export class CodeVault {
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

  open(sealed: Buffer): string {
    return this.dataKey.decrypt(sealed, PURPOSE).toString();
  }
}
