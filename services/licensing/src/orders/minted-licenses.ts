import { Injectable } from '@nestjs/common';
import { uuidv7, type Tx } from '@tessera/platform';
import { setImmediate as breathe } from 'node:timers/promises';
import { CodeVault } from '../codes/code-vault.js';
import { generateCode } from '../codes/activation-code.js';
import type { NewOrder } from './orders.repository.js';

/** A license that is about to exist. */
interface MintedLicense {
  id: string;
  code: string;
  lookup: Buffer;
  sealed: Buffer;
}

/** So many are made before other requests get their turn; about 10 ms. */
const BATCH = 200;

/**
 * Serial numbers count through all 2³² in an order that shows no count: an odd factor permutes the numbers modulo 2³²,
 * so none comes twice.
 */
const SERIAL = `upper(lpad(to_hex((nextval('license_serial') * 2654435761 + 1013904223) % 4294967296), 8, '0'))`;

/** The licenses of an order: made in batches, written by two statements whatever their number (VND-002). */
@Injectable()
export class MintedLicenses {
  constructor(private readonly vault: CodeVault) {}

  async mint(quantity: number): Promise<MintedLicense[]> {
    const minted: MintedLicense[] = [];
    while (minted.length < quantity) {
      const end = Math.min(quantity, minted.length + BATCH);
      while (minted.length < end) minted.push(this.one());
      await breathe();
    }
    return minted;
  }

  private one(): MintedLicense {
    const code = generateCode();
    return { id: uuidv7(), code, lookup: this.vault.lookup(code), sealed: this.vault.seal(code) };
  }

  async insert(
    order: NewOrder,
    licenses: readonly MintedLicense[],
    productIds: string[],
    tx: Tx,
  ): Promise<void> {
    await tx.query(
      `insert into license (id, order_id, code_lookup, code_sealed, code_tail, serial_number, seats, starts_at, expires_at)
       select n.id, $1, n.lookup, n.sealed, n.tail, ${SERIAL}, $2, $3, $4
         from unnest($5::uuid[], $6::bytea[], $7::bytea[], $8::text[]) as n (id, lookup, sealed, tail)`,
      [
        order.id,
        order.seats,
        order.startsAt,
        order.expiresAt,
        licenses.map((l) => l.id),
        licenses.map((l) => l.lookup),
        licenses.map((l) => l.sealed),
        licenses.map((l) => l.code.slice(-5)),
      ],
    );
    const entries = licenses.flatMap((l) =>
      productIds.map((productId, at) => ({ id: uuidv7(), licenseId: l.id, productId, position: at + 1 })),
    );
    await tx.query(
      `insert into license_entry (id, license_id, product_id, position, expires_at)
       select n.id, n.license_id, n.product_id, n.position, $1
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[]) as n (id, license_id, product_id, position)`,
      [
        order.expiresAt,
        entries.map((e) => e.id),
        entries.map((e) => e.licenseId),
        entries.map((e) => e.productId),
        entries.map((e) => e.position),
      ],
    );
  }
}
