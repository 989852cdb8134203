import { Injectable } from '@nestjs/common';
import { uuidv7 } from '@tessera/platform';
import { setImmediate as yieldToRequests } from 'node:timers/promises';
import { CodeVault } from '../codes/code-vault.js';
import { generateCode } from '../codes/activation-code.js';

/** A license that is about to exist. */
export interface MintedLicense {
  id: string;
  code: string;
  lookup: Buffer;
  sealed: Buffer;
}

/** Codes between two yields to other requests; about 10 ms. */
const CODES_PER_BATCH = 200;

/** The licenses of an order, made in batches (VND-002). */
@Injectable()
export class MintedLicenses {
  constructor(private readonly vault: CodeVault) {}

  async mint(quantity: number): Promise<MintedLicense[]> {
    const minted: MintedLicense[] = [];
    while (minted.length < quantity) {
      const end = Math.min(quantity, minted.length + CODES_PER_BATCH);
      while (minted.length < end) minted.push(this.one());
      await yieldToRequests();
    }
    return minted;
  }

  private one(): MintedLicense {
    const code = generateCode();
    return { id: uuidv7(), code, lookup: this.vault.lookup(code), sealed: this.vault.seal(code) };
  }
}
