import { Inject, Injectable } from '@nestjs/common';
import { CatalogueProduct } from '@tessera/contracts';
import { validate } from '@tessera/contracts/kit';
import { hashFingerprint } from '@tessera/license/format';
import { CONFIG, refuse, signingKeyEnd, uuidv7 } from '@tessera/platform';
import { Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import type { Config } from '../config.js';
import { keyFileContent, signCertificate, signKeyFile, SigningRefused } from '../signing/index.js';
import type { NewOrder } from './orders.repository.js';

/** The longest that real ones can be. */
const LONGEST_SERIAL_NUMBER = 'FFFFFFFF';
const LONGEST_ORDER_NUMBER = '9999-9999999999999999999';

/**
 * An order must be usable: its key files and certificates are signed for trial before its licenses exist. Every limit of the
 * formats, whichever field it belongs to, refuses the order and not its customer later.
 */
@Injectable()
export class SellableOrders {
  constructor(
    private readonly catalogue: Catalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const { keyId, notAfter } = config.productKey.certificate;
    signingKeyEnd.set({ key: keyId }, Date.parse(String(notAfter)) / 1000);
  }

  /** @throws Refusal TERM_IS_OVER, TERM_NOT_SIGNABLE, PRODUCT_NOT_ACTIVATABLE, ORDER_NOT_SIGNABLE */
  async require(order: NewOrder, product: OfferedProduct): Promise<void> {
    this.requireTerm(order);
    const known = await this.catalogue.having(product.coveredIds);
    const covered = product.coveredIds.map((id) => known.get(id)!);
    const applications = covered.flatMap((one) => [one.id, ...one.applicationIds]);
    const products = new Map(applications.map((id) => [id, known.get(id)!]));
    if (!covered.every(isActivated)) refuse('PRODUCT_NOT_ACTIVATABLE', { params: { product: product.name } });
    for (const one of products.values()) requireShown(one);
    try {
      for (const one of covered) this.sign(order, one, products);
    } catch (error) {
      if (!(error instanceof SigningRefused)) throw error;
      refuse('ORDER_NOT_SIGNABLE', { detail: error.message, params: { why: error.message } });
    }
  }

  private requireTerm({ expiresAt }: NewOrder): void {
    if (expiresAt <= new Date()) refuse('TERM_IS_OVER', { params: { expiresAt: expiresAt.toISOString() } });
    const { notAfter } = this.config.productKey.certificate;
    if (expiresAt <= new Date(notAfter)) return;
    refuse('TERM_NOT_SIGNABLE', {
      detail: `The product key is valid until ${notAfter}.`,
      params: { notAfter },
    });
  }

  private sign(
    order: NewOrder,
    product: OfferedProduct,
    products: ReadonlyMap<string, OfferedProduct>,
  ): void {
    const { seats, startsAt, expiresAt, kind, companyName: licensee } = order;
    const facts = { seats, startsAt, expiresAt, kind, licensee, issuedAt: new Date(), entryId: order.id };
    const draft = {
      ...facts,
      serialNumber: LONGEST_SERIAL_NUMBER,
      orderNumber: LONGEST_ORDER_NUMBER,
      codeLookup: Buffer.alloc(32),
    };
    if (product.activationMethods.includes('key_file'))
      signKeyFile(keyFileContent(draft, product, products), this.config.productKey);
    for (const id of [product.id, ...product.applicationIds]) {
      this.certify({ ...facts, application: products.get(id)! });
    }
  }

  private certify(o: {
    entryId: string;
    issuedAt: Date;
    expiresAt: Date;
    application: OfferedProduct;
  }): void {
    const expiresAt = o.expiresAt.toISOString();
    signCertificate(
      {
        activationId: uuidv7(),
        license: { id: o.entryId, status: 'active', expiresAt },
        product: { id: o.application.id, name: o.application.name },
        fingerprintHash: hashFingerprint(''),
        nonce: null,
        issuedAt: o.issuedAt.toISOString(),
        validUntil: expiresAt,
        epoch: 0,
      },
      this.config.productKey,
    );
  }
}

/** The views of its licenses carry what the catalogue says of a product, within the limits of the API. */
function requireShown({ id, name, group, activationMethods, versions }: OfferedProduct): void {
  const [fault] = validate(CatalogueProduct, { id, name, group, activationMethods, versions });
  if (fault)
    refuse('ORDER_NOT_SIGNABLE', { params: { why: `The product's ${fault.field} ${fault.detail}.` } });
}

/** By a credential of a customer: a code or a key file. */
const isActivated = ({ activationMethods }: OfferedProduct): boolean =>
  activationMethods.includes('code') || activationMethods.includes('key_file');
