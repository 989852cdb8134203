import { Injectable } from '@nestjs/common';
import {
  activationCreated,
  licenseChanged,
  type CreateActivation,
  type CreatedActivation,
} from '@tessera/contracts';
import {
  Refusal,
  refuse,
  sha256,
  uuidv7,
  type BatchedRequest,
  type Outcomes,
  type Tx,
} from '@tessera/platform';
import { FailedCodeLimiter, type FailureCounter } from '../../codes/failed-code-limiter.js';
import { refuseUnknownCredential } from '../../codes/license-credential.js';
import type { LicenseEntry } from '../../licenses/license-entry.entity.js';
import type { License } from '../../licenses/license.entity.js';
import { LicenseLookup, type DeviceToActivate } from '../../licenses/license-lookup.repository.js';
import { ActivationTokens } from '../activation-tokens.js';
import {
  ActivationsRepository,
  type NewActivation,
  type TakenActivation,
} from '../activations.repository.js';
import { Certificates } from '../certificates.js';
import { CoveringEntries } from '../covering-entries.js';

export interface ActivationRequest extends BatchedRequest, DeviceToActivate {
  input: CreateActivation;
  counters: FailureCounter[];
}

/** One that may be activated, if there is a seat. */
interface Candidate {
  asked: ActivationRequest;
  license: License;
  entry: LicenseEntry;
  token: string;
  wanted: NewActivation;
}

/** Activates several devices in one transaction, of several licenses too. One that is refused hinders no other one. */
@Injectable()
export class ActivationBatch {
  constructor(
    private readonly failedCodes: FailedCodeLimiter,
    private readonly lookup: LicenseLookup,
    private readonly covering: CoveringEntries,
    private readonly activations: ActivationsRepository,
    private readonly certificates: Certificates,
    private readonly tokens: ActivationTokens,
  ) {}

  async activate(all: readonly ActivationRequest[], tx: Tx): Promise<Outcomes<CreatedActivation>> {
    // Sent together: one round trip. Plans for any number of devices, or each number would be planned anew.
    const [, licenses, full] = await Promise.all([
      tx.query('set local plan_cache_mode = force_generic_plan'),
      this.lookup.findForDevices(all, tx),
      this.failedCodes.refusals(
        all.map(({ counters }) => counters),
        tx,
      ),
    ]);
    const candidates = await Promise.all(
      all.map((asked, at) => settled(this.candidate(asked, licenses[at]!, full[at]!))),
    );
    const fit = candidates.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const taken = await this.activations.take(
      fit.map(({ wanted }) => wanted),
      tx,
    );
    const takenBy = new Map(fit.map((one, at) => [one, taken[at]!]));
    await this.beginTerms(
      fit.filter((one) => takenBy.get(one)),
      tx,
    );
    return Promise.all(
      candidates.map((one) =>
        one.status === 'rejected'
          ? Promise.resolve(one)
          : settled(this.done(one.value, takenBy.get(one.value)!, tx)),
      ),
    );
  }

  /** @throws Refusal; at the limit of wrong codes it says nothing of the license */
  private async candidate(
    asked: ActivationRequest,
    license: License | null,
    full: Refusal | null,
  ): Promise<Candidate> {
    if (full) throw full;
    if (!license) return refuseUnknownCredential(asked.credential);
    license.requireUsable();
    const { input, credential, fingerprintHash } = asked;
    const entry = await this.covering.choose(license, credential, input.application);
    const owner = { licenseId: license.id, productId: input.application.product, fingerprintHash };
    const token = this.tokens.issue(owner);
    const wanted = {
      ...owner,
      id: uuidv7(),
      entryId: entry.id,
      seatId: uuidv7(),
      applicationVersion: input.application.version,
      deviceName: input.deviceName,
      tokenHash: sha256(token),
    };
    return { asked, license, entry, token, wanted };
  }

  /** LIC-075: the first activation makes the license active. In one order, since others may do the same. */
  private async beginTerms(seated: readonly Candidate[], tx: Tx): Promise<void> {
    const begun = seated.filter(({ license }) => !license.firstActivatedAt);
    const firsts = [...new Map(begun.map((one) => [one.license.id, one])).values()];
    firsts.sort((a, b) => (a.license.id < b.license.id ? -1 : 1));
    for (const { license, asked } of firsts) {
      const version = await this.activations.markActivated(license.id, tx);
      if (version === null) continue;
      for (const { id, companyId } of license.entries) {
        const data = { licenseId: id };
        tx.under(asked.ctx).emit(licenseChanged, { companyId, aggregateId: id, version, data });
      }
    }
    for (const { license } of begun) license.firstActivatedAt = license.readAt;
  }

  private async done(one: Candidate, taken: TakenActivation | null, tx: Tx): Promise<CreatedActivation> {
    const { asked, license, entry, token, wanted } = one;
    if (!taken) return refuse('SEAT_LIMIT_REACHED', { params: { limit: license.seats } });
    if (taken.id === wanted.id) {
      tx.under(asked.ctx).emit(activationCreated, {
        companyId: entry.companyId,
        aggregateId: taken.id,
        version: taken.version,
        data: { activationId: taken.id, licenseId: entry.id },
      });
    }
    const { nonce = null } = asked.input;
    const certificate = await this.certificates.sign({ ...wanted, id: taken.id }, license, nonce);
    const { status, expiresAt } = license;
    return { id: taken.id, token, license: { status, expiresAt: expiresAt.toISOString() }, certificate };
  }
}

/** A refusal concerns one request; anything else that goes wrong, the transaction. */
async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await work };
  } catch (error) {
    if (error instanceof Refusal) return { status: 'rejected', reason: error };
    throw error;
  }
}
