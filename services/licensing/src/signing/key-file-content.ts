import type { KeyFileContent } from '@tessera/license/format';
import type { OfferedProduct } from '../catalogue/catalogue.js';

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
  product: OfferedProduct,
  products: ReadonlyMap<string, OfferedProduct>,
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
