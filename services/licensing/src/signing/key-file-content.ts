import type { KeyFileContent } from '@tessera/license/format';

/** A product as a key file names it. */
export interface LicensedProduct {
  id: string;
  name: string;
  versions: string[];
  /** What a license of it activates besides the product itself. */
  applicationIds: string[];
}

/** What a key file says of a license and its order; the rest is of the catalogue. */
export interface KeyFileFacts {
  entryId: string;
  serialNumber: string;
  seats: number;
  startsAt: Date;
  expiresAt: Date;
  issuedAt: Date;
  codeLookup: Buffer;
  licensee: string;
  orderNumber: string;
  kind: KeyFileContent['kind'];
}

/** @param products the catalogue, with the product's applications */
export function keyFileContent(
  facts: KeyFileFacts,
  product: LicensedProduct,
  products: ReadonlyMap<string, LicensedProduct>,
): KeyFileContent {
  const applications = [product.id, ...product.applicationIds].map((id) => products.get(id)!);
  return {
    licenseId: facts.entryId,
    serialNumber: facts.serialNumber,
    product: { id: product.id, name: product.name },
    seats: facts.seats,
    licensee: facts.licensee,
    orderNumber: facts.orderNumber,
    kind: facts.kind,
    startsAt: facts.startsAt.toISOString(),
    expiresAt: facts.expiresAt.toISOString(),
    issuedAt: facts.issuedAt.toISOString(),
    applications: applications.map(({ id, name, versions }) => ({ productId: id, name, versions })),
    codeReference: facts.codeLookup.toString('base64url'),
  };
}
