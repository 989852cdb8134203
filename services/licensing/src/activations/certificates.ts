import { Inject, Injectable } from '@nestjs/common';
import { hashFingerprint } from '@tessera/license/format';
import { CONFIG } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { License } from '../licenses/license.entity.js';
import { signCertificate } from '../signing/index.js';

const DAY = 86_400_000;
/** The deny list has no epochs yet. */
const EPOCH = 0;

export interface CertifiedActivation {
  id: string;
  entryId: string;
  productId: string;
  fingerprintHash: Buffer;
}

/** What is needed of a license to certify its state. */
export type CertifiedLicense = Pick<License, 'status' | 'expiresAt' | 'readAt'>;

@Injectable()
export class Certificates {
  constructor(
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The signed document that holds offline until its own end. It says no as well as yes, by the license's status. */
  async sign(a: CertifiedActivation, license: CertifiedLicense, nonce: string | null): Promise<string> {
    const product = await this.catalogue.get(a.productId);
    return signCertificate(
      {
        activationId: a.id,
        license: { id: a.entryId, status: license.status, expiresAt: license.expiresAt.toISOString() },
        product: { id: product.id, name: product.name },
        fingerprintHash: a.fingerprintHash.toString('base64url'),
        nonce,
        issuedAt: license.readAt.toISOString(),
        validUntil: new Date(license.readAt.getTime() + this.config.CERTIFICATE_DAYS * DAY).toISOString(),
        epoch: EPOCH,
      },
      this.config.productKey,
    );
  }
}

/** The 32 bytes that certificates carry as `fingerprintHash`. */
export const fingerprintHashOf = (fingerprint: string): Buffer =>
  Buffer.from(hashFingerprint(fingerprint), 'base64url');
