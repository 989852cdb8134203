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
import type { FailureCounter } from '../../codes/code-failures.repository.js';
import { FailedCodeLimiter } from '../../codes/failed-code-limiter.js';
import { refuseUnknownCredential } from '../../codes/license-credential.js';
import type { LicenseEntry } from '../../licenses/license-entry.entity.js';
import type { License } from '../../licenses/license.entity.js';
import { ActivationTokens } from '../activation-tokens.js';
import { Certificates } from '../certificates.js';
import { CoveringEntries } from '../covering-entries.js';
import {
  ActivationBatchRepository,
  type DeviceToActivate,
  type SeatedActivation,
} from './activation-batch.repository.js';
import type { NewActivation } from './take-seats.sql.js';

export interface ActivationRequest extends BatchedRequest, DeviceToActivate {
  input: CreateActivation;
  counters: FailureCounter[];
}

/** A request that may be granted, if there is a seat. */
interface Candidate {
  request: ActivationRequest;
  license: License;
  entry: LicenseEntry;
  token: string;
  wanted: NewActivation;
}

/** Activates several devices, of several licenses, in one transaction. A refusal concerns one request alone. */
@Injectable()
export class ActivationBatch {
  constructor(
    private readonly failedCodes: FailedCodeLimiter,
    private readonly repository: ActivationBatchRepository,
    private readonly covering: CoveringEntries,
    private readonly certificates: Certificates,
    private readonly tokens: ActivationTokens,
  ) {}

  async activate(requests: readonly ActivationRequest[], tx: Tx): Promise<Outcomes<CreatedActivation>> {
    const counters = requests.map((request) => request.counters);
    // Sent together, in one round trip.
    const [, licenses, refusals] = await Promise.all([
      this.repository.useGenericPlans(tx),
      this.repository.lockDevices(requests, tx),
      this.failedCodes.refusals(counters, tx),
    ]);
    const candidates = await Promise.all(
      requests.map((request, at) => settled(this.candidate(request, licenses[at]!, refusals[at]!))),
    );
    const seated = await this.takeSeats(
      candidates.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
      tx,
    );
    await this.beginTerms([...seated.keys()], tx);
    return Promise.all(
      candidates.map((one) =>
        one.status === 'rejected'
          ? Promise.resolve(one)
          : settled(this.reply(one.value, seated.get(one.value), tx)),
      ),
    );
  }

  /** @throws Refusal; at the limit of wrong codes it says nothing of the license */
  private async candidate(
    request: ActivationRequest,
    license: License | null,
    refusal: Refusal | null,
  ): Promise<Candidate> {
    if (refusal) throw refusal;
    if (!license) return refuseUnknownCredential(request.credential);
    license.requireUsable();
    const { input, credential, fingerprintHash } = request;
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
    return { request, license, entry, token, wanted };
  }

  /** @returns the candidates that have got a seat */
  private async takeSeats(
    candidates: readonly Candidate[],
    tx: Tx,
  ): Promise<Map<Candidate, SeatedActivation>> {
    const wanted = candidates.map((candidate) => candidate.wanted);
    const results = await this.repository.takeSeats(wanted, tx);
    return new Map(
      candidates.flatMap((candidate, at) => {
        const seated = results[at];
        return seated ? [[candidate, seated] as const] : [];
      }),
    );
  }

  /** LIC-075: the first activation makes the license active. In one order, since other transactions may do the same. */
  private async beginTerms(seated: readonly Candidate[], tx: Tx): Promise<void> {
    const begun = seated.filter(({ license }) => !license.firstActivatedAt);
    const firsts = [...new Map(begun.map((one) => [one.license.id, one])).values()];
    firsts.sort((a, b) => (a.license.id < b.license.id ? -1 : 1));
    for (const { license, request } of firsts) {
      const version = await this.repository.markActivated(license.id, tx);
      if (version === null) continue;
      for (const { id, companyId } of license.entries) {
        const data = { licenseId: id };
        tx.under(request.ctx).emit(licenseChanged, { companyId, aggregateId: id, version, data });
      }
    }
    for (const { license } of begun) license.firstActivatedAt = license.readAt;
  }

  private async reply(
    { request, license, entry, token, wanted }: Candidate,
    seated: SeatedActivation | undefined,
    tx: Tx,
  ): Promise<CreatedActivation> {
    if (!seated) return refuse('SEAT_LIMIT_REACHED', { params: { limit: license.seats } });
    const { id, version } = seated;
    if (id === wanted.id) {
      const data = { activationId: id, licenseId: entry.id };
      const { companyId } = entry;
      tx.under(request.ctx).emit(activationCreated, { companyId, aggregateId: id, version, data });
    }
    const { nonce = null } = request.input;
    const certificate = await this.certificates.sign({ ...wanted, id }, license, nonce);
    const { status, expiresAt } = license;
    return { id, token, license: { status, expiresAt: expiresAt.toISOString() }, certificate };
  }
}

/** A refusal concerns one request; any other error the whole transaction. */
async function settled<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await work };
  } catch (error) {
    if (error instanceof Refusal) return { status: 'rejected', reason: error };
    throw error;
  }
}
