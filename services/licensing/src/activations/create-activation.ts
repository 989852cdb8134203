import {
  activationCreated,
  createActivation,
  licenseChanged,
  type CreateActivation,
  type CreatedActivation,
} from '@tessera/contracts';
import {
  Handles,
  randomSecret,
  refuse,
  sha256,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import { Guesses } from '../codes/guesses.js';
import { PresentedLicenses, refuseUnknown, type PresentedLicense } from '../codes/presented-license.js';
import type { License } from '../licenses/license.entity.js';
import type { LicenseEntry } from '../licenses/license-entry.entity.js';
import { LicensesRepository } from '../licenses/licenses.repository.js';
import { ActivationsRepository, type TakenActivation } from './activations.repository.js';
import { Certificates, fingerprintHashOf } from './certificates.js';
import { CoveringEntries } from './covering-entries.js';

@Handles(createActivation)
export class CreateActivationHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly guesses: Guesses,
    private readonly presented: PresentedLicenses,
    private readonly licenses: LicensesRepository,
    private readonly covering: CoveringEntries,
    private readonly activations: ActivationsRepository,
    private readonly certificates: Certificates,
  ) {}

  handle(input: CreateActivation, ctx: RequestContext): Promise<CreatedActivation> {
    return this.guesses.counting(ctx, () => {
      const presented = this.presented.read(input);
      return this.transaction.run(ctx, (tx) => this.activate(input, presented, tx));
    });
  }

  private async activate(
    input: CreateActivation,
    presented: PresentedLicense,
    tx: Tx,
  ): Promise<CreatedActivation> {
    const fingerprintHash = fingerprintHashOf(input.fingerprint);
    const license =
      (await this.licenses.findForDevice(presented, fingerprintHash, tx)) ?? refuseUnknown(presented);
    license.requireUsable();
    const entry = await this.covering.choose(license, presented, input.application.product);
    const token = randomSecret();
    const id = uuidv7();
    const taken =
      (await this.activations.take(
        {
          id,
          licenseId: license.id,
          entryId: entry.id,
          seatId: uuidv7(),
          fingerprintHash,
          productId: input.application.product,
          applicationVersion: input.application.version,
          deviceName: input.deviceName,
          tokenHash: sha256(token),
        },
        tx,
      )) ?? refuse('SEAT_LIMIT_REACHED', { params: { limit: license.seats } });
    if (taken.id === id) this.tell(taken, entry, tx);
    await this.beginTerm(license, tx);
    const certificate = await this.certificates.sign(
      { id: taken.id, entryId: entry.id, productId: input.application.product, fingerprintHash },
      license,
      null,
    );
    const { status, expiresAt } = license;
    return { id: taken.id, token, license: { status, expiresAt: expiresAt.toISOString() }, certificate };
  }

  private tell({ id, version }: TakenActivation, entry: LicenseEntry, tx: Tx): void {
    tx.emit(activationCreated, {
      companyId: entry.companyId,
      aggregateId: id,
      version,
      data: { activationId: id, licenseId: entry.id },
    });
  }

  /** LIC-075: the first activation makes the license active. */
  private async beginTerm(license: License, tx: Tx): Promise<void> {
    if (license.firstActivatedAt) return;
    const version = await this.activations.markActivated(license.id, tx);
    license.firstActivatedAt = license.readAt;
    if (version === null) return;
    for (const { id, companyId } of license.entries) {
      tx.emit(licenseChanged, { companyId, aggregateId: id, version, data: { licenseId: id } });
    }
  }
}
