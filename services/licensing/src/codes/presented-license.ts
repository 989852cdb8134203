import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, refuse } from '@tessera/platform';
import type { Config } from '../config.js';
import { parseCode } from '../orders/activation-code.js';
import { openKeyFile } from '../signing/index.js';
import { CodeVault } from './code-vault.js';

/** What somebody shows to prove that a license is theirs to use. */
export type PresentedLicense =
  | { by: 'code'; lookup: Buffer }
  /** A key file is of one entry of the license. */
  | { by: 'key_file'; entryId: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class PresentedLicenses {
  constructor(
    private readonly vault: CodeVault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refusal CODE_MALFORMED, KEY_FILE_INVALID, VALIDATION_FAILED unless exactly one of the two is there */
  read(input: { activationCode?: string; keyFile?: string }): PresentedLicense {
    if ((input.activationCode === undefined) === (input.keyFile === undefined)) {
      refuse('VALIDATION_FAILED', {
        errors: [
          { field: 'activationCode', code: 'ONE_OF', detail: 'give either activationCode or keyFile' },
        ],
      });
    }
    return input.keyFile === undefined
      ? this.readCode(input.activationCode!)
      : this.readKeyFile(input.keyFile);
  }

  private readCode(text: string): PresentedLicense {
    const code = parseCode(text) ?? refuse('CODE_MALFORMED');
    return { by: 'code', lookup: this.vault.lookup(code) };
  }

  private readKeyFile(text: string): PresentedLicense {
    const opened = openKeyFile(text, this.config.rootPublicKeys);
    if (!opened.ok) return refuse('KEY_FILE_INVALID', { detail: opened.detail });
    if (!UUID.test(opened.content.licenseId)) return refuse('KEY_FILE_INVALID');
    return { by: 'key_file', entryId: opened.content.licenseId };
  }
}

/** The refusal of something genuine in form that no license stands behind. */
export const refuseUnknown = (presented: PresentedLicense): never =>
  refuse(presented.by === 'code' ? 'CODE_UNKNOWN' : 'KEY_FILE_INVALID');
