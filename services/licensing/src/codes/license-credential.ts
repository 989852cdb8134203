import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, refuse } from '@tessera/platform';
import type { Config } from '../config.js';
import { parseCode } from './activation-code.js';
import { openUploaded } from '../signing/index.js';
import { CodeVault } from './code-vault.js';

/** What proves the right to use a license: its activation code or a key file of it. */
export type LicenseCredential =
  | { by: 'code'; lookup: Buffer }
  /** A key file is of one entry of the license. */
  | { by: 'key_file'; entryId: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class LicenseCredentials {
  constructor(
    private readonly vault: CodeVault,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Of a request that gives exactly one of the two, as its contract demands.
   * @throws Refusal CODE_MALFORMED, KEY_FILE_INVALID with its reason
   */
  read(input: { activationCode?: string; keyFile?: string }): LicenseCredential {
    return input.keyFile === undefined
      ? this.readCode(input.activationCode!)
      : this.readKeyFile(input.keyFile);
  }

  private readCode(text: string): LicenseCredential {
    const code = parseCode(text) ?? refuse('CODE_MALFORMED');
    return { by: 'code', lookup: this.vault.lookup(code) };
  }

  private readKeyFile(text: string): LicenseCredential {
    const opened = openUploaded(text, this.config.rootPublicKeys);
    if (!opened.ok) return refuseKeyFile(opened.code.replace('KEY_FILE_', ''), opened.detail);
    const { licenseId } = opened.content;
    return UUID.test(licenseId) ? { by: 'key_file', entryId: licenseId } : refuseKeyFile('UNKNOWN');
  }
}

/** For a credential that is right in form, but belongs to no license. */
export const refuseUnknownCredential = (credential: LicenseCredential): never =>
  credential.by === 'code' ? refuse('CODE_UNKNOWN') : refuseKeyFile('UNKNOWN');

/** One code for every key file that is not taken; why it is not stands with the field, and chooses the text. */
function refuseKeyFile(reason: string, detail = 'No license stands behind this key file.'): never {
  return refuse('KEY_FILE_INVALID', {
    detail,
    params: { reason },
    errors: [{ field: 'keyFile', code: reason, detail }],
  });
}
