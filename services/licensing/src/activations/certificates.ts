import { Inject, Injectable } from '@nestjs/common';
import { hashFingerprint } from '@tessera/license/format';
import { CONFIG } from '@tessera/platform';
import { Catalogue } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import type { License } from '../licenses/license.entity.js';
import { signCertificate, SigningRefused } from '../signing/index.js';
import type { ReasonCode } from './remedies.js';

const DAY_MS = 86_400_000;
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

  /** A yes: it holds offline until its own end, and no longer than the license. */
  async sign(a: CertifiedActivation, license: CertifiedLicense, nonce: string | null): Promise<string> {
    const end = this.endOf(license);
    return this.seal(a, license, { nonce, validUntil: end < license.expiresAt ? end : license.expiresAt });
  }

  /**
   * A no, which takes the place of a yes that was stored: it says so by `refusal`, and by a status other than `active` to
   * readers that do not know `refusal`. It outlives the license, or an application would have to check again.
   * @returns null if the product key is over, and with it all that it signed
   */
  async signNo(
    a: CertifiedActivation,
    license: CertifiedLicense,
    { nonce, refusal }: { nonce: string; refusal: ReasonCode },
  ): Promise<string | null> {
    const status = license.status === 'active' ? 'not_activated' : license.status;
    try {
      return await this.seal(a, { ...license, status }, { nonce, validUntil: this.endOf(license), refusal });
    } catch (error) {
      if (error instanceof SigningRefused) return null;
      throw error;
    }
  }

  private endOf({ readAt }: CertifiedLicense): Date {
    return new Date(readAt.getTime() + this.config.CERTIFICATE_DAYS * DAY_MS);
  }

  private async seal(
    a: CertifiedActivation,
    { status, expiresAt, readAt }: CertifiedLicense,
    said: { nonce: string | null; validUntil: Date; refusal?: ReasonCode },
  ): Promise<string> {
    const product = await this.catalogue.get(a.productId);
    return signCertificate(
      {
        activationId: a.id,
        license: { id: a.entryId, status, expiresAt: expiresAt.toISOString() },
        product: { id: product.id, name: product.name },
        fingerprintHash: a.fingerprintHash.toString('base64url'),
        ...said,
        issuedAt: readAt.toISOString(),
        validUntil: said.validUntil.toISOString(),
        epoch: EPOCH,
      },
      this.config.productKey,
    );
  }
}

/** The 32 bytes that certificates carry as `fingerprintHash`. */
export const fingerprintHashOf = (fingerprint: string): Buffer =>
  Buffer.from(hashFingerprint(fingerprint), 'base64url');
