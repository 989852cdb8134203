/** What a key file says. Field by field in docs/key-file-format.md. */
import type { PayloadFields } from './payload-fields.js';
import { coversVersion } from './versions.js';

export const LICENSE_KINDS = ['commercial', 'trial', 'nfr'] as const;
export type LicenseKind = (typeof LICENSE_KINDS)[number];

/** An application that the key file activates. */
export interface CompatibleApplication {
  productId: string;
  name: string;
  /** `12.4`, each with all below it; empty means every version. See `coversVersion`. */
  versions: string[];
}

export interface KeyFileContent {
  licenseId: string;
  /** 8 hexadecimal digits in upper case; shared by all key files of one activation code. */
  serialNumber: string;
  product: { id: string; name: string };
  /** Devices, at least 1. */
  seats: number;
  /** Company that the license was issued to. */
  licensee: string;
  orderNumber: string;
  kind: LicenseKind;
  /** UTC, inclusive. */
  startsAt: string;
  /** UTC, exclusive. */
  expiresAt: string;
  issuedAt: string;
  /** Besides its own product the file activates these. */
  applications: CompatibleApplication[];
  /** HMAC of the activation code under a key that only licensing has, 32 bytes in base64url: finds the license, tells
   *  nothing about the code. null where the license has no code. */
  codeReference: string | null;
}

/** @throws InvalidPayload */
export function readKeyFileContent(payload: PayloadFields): KeyFileContent {
  const product = payload.object('product');
  return {
    licenseId: payload.text('licenseId'),
    serialNumber: payload.matching('serialNumber', /^[0-9A-F]{8}$/, '8 hexadecimal digits'),
    product: { id: product.text('id'), name: product.text('name') },
    seats: payload.integer('seats', 1),
    licensee: payload.text('licensee'),
    orderNumber: payload.text('orderNumber'),
    kind: payload.oneOf('kind', LICENSE_KINDS),
    startsAt: payload.time('startsAt'),
    expiresAt: payload.time('expiresAt'),
    issuedAt: payload.time('issuedAt'),
    applications: payload.objects('applications').map((application) => ({
      productId: application.text('productId'),
      name: application.text('name'),
      versions: application.texts('versions'),
    })),
    codeReference: payload.bytes32OrNull('codeReference'),
  };
}

/** Ids of all products that the file activates, its own first, none twice. */
export function activatedProductIds(content: Pick<KeyFileContent, 'product' | 'applications'>): string[] {
  return [
    ...new Set([content.product.id, ...content.applications.map((application) => application.productId)]),
  ];
}

/** Does the file activate this version of a product that it activates? Without an entry in the list, every version. */
export function activatesVersion(
  { applications }: Pick<KeyFileContent, 'applications'>,
  productId: string,
  version: string,
): boolean {
  const entries = applications.filter((application) => application.productId === productId);
  return entries.length === 0 || entries.some(({ versions }) => coversVersion(versions, version));
}
