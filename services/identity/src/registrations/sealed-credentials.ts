import { Injectable } from '@nestjs/common';
import { DataKey } from '@tessera/platform';
import type { Registration } from './registration.entity.js';

const CODE_PURPOSE = 'registration-code';
const KEY_FILE_PURPOSE = 'registration-key-file';

/** What proves a license: a code or a key file, or neither. */
export interface LicenseCredential {
  activationCode?: string | undefined;
  keyFile?: string | undefined;
}
type Sealed = Pick<Registration, 'codeSealed' | 'keyFileSealed'>;

/** Credentials of licenses as registrations keep them: encrypted. */
@Injectable()
export class SealedCredentials {
  constructor(private readonly dataKey: DataKey) {}

  seal({ activationCode, keyFile }: LicenseCredential): Sealed {
    return {
      codeSealed: activationCode ? this.dataKey.encrypt(activationCode, CODE_PURPOSE) : null,
      keyFileSealed: keyFile ? this.dataKey.encrypt(keyFile, KEY_FILE_PURPOSE) : null,
    };
  }

  open({ codeSealed, keyFileSealed }: Sealed): { activationCode?: string; keyFile?: string } {
    const open = (sealed: Buffer, purpose: string) => this.dataKey.decrypt(sealed, purpose).toString();
    return {
      ...(codeSealed ? { activationCode: open(codeSealed, CODE_PURPOSE) } : {}),
      ...(keyFileSealed ? { keyFile: open(keyFileSealed, KEY_FILE_PURPOSE) } : {}),
    };
  }
}
