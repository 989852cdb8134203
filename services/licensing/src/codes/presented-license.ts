import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, refuse } from '@tessera/platform';
import type { Config } from '../config.js';
import { parseCode } from '../orders/activation-code.js';
import { openUploaded } from '../signing/index.js';
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

  /** @throws Refusal CODE_MALFORMED, KEY_FILE_INVALID with its reason, VALIDATION_FAILED unless exactly one of the two is there */
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
    const opened = openUploaded(text, this.config.rootPublicKeys);
    if (!opened.ok) return refuseKeyFile(opened.code.replace('KEY_FILE_', ''), opened.detail);
    const { licenseId } = opened.content;
    return UUID.test(licenseId) ? { by: 'key_file', entryId: licenseId } : refuseKeyFile('UNKNOWN');
  }
}

/** The refusal of something genuine in form that no license stands behind. */
export const refuseUnknown = (presented: PresentedLicense): never =>
  presented.by === 'code' ? refuse('CODE_UNKNOWN') : refuseKeyFile('UNKNOWN');

/** One code for every key file that is not taken; why it is not stands with the field, and chooses the text. */
function refuseKeyFile(reason: string, detail = 'No license stands behind this key file.'): never {
  return refuse('KEY_FILE_INVALID', {
    detail,
    params: { reason },
    errors: [{ field: 'keyFile', code: reason, detail }],
  });
}
