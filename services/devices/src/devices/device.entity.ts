import type { DeviceCapability, DevicePlatform, DeviceStatus, RefusedPart } from '@tessera/contracts';
import { MAX_SEARCH_KEY_LENGTH, refuse, searchKey, type TenantRow } from '@tessera/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StoredReport } from '../reports/device-clock.js';
import type { Assessment } from '../status/assess.js';
import { newReasons, worstFirst, type ReasonCode } from '../status/reasons.js';

/**
 * A device of an account. Its row is the lock of everything about it: a transaction that changes the device, its apps or its
 * commands locks it first. `version` counts what people change, and the enrollments; not what the device reports, or a
 * rename could hardly ever match.
 */
@Entity('device')
@Index('device_by_name', ['companyId', 'connected', 'nameKey', 'id'])
@Index('device_by_status', ['companyId', 'connected', 'status', 'nameKey', 'id'])
@Index('device_key_in_company', ['companyId', 'publicKey'], { unique: true })
@Index('device_key_connected', { synchronize: false })
@Index('device_status_due', { synchronize: false })
@Index('device_by_beginning', { synchronize: false })
@Index('device_by_key', { synchronize: false })
@Index('device_by_status_and_key', { synchronize: false })
@Index('device_by_key_beginning', { synchronize: false })
@Index('device_by_part', { synchronize: false })
@Index('device_without_key', { synchronize: false })
export class Device implements TenantRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_device' }) id: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'text' }) name: string;
  /** The name as the release before sorts and searches it. */
  @Column({ type: 'text', name: 'name_key' }) nameKey: string;
  /** The name as lists sort and search it; null when the release before has written it, until SearchKeys finds it. */
  @Column({ type: 'text', name: 'search_key', nullable: true }) searchKey: string | null;
  @Column({ type: 'text' }) platform: DevicePlatform;
  /** Ed25519, 32 bytes as base64url. */
  @Column({ type: 'text', name: 'public_key' }) publicKey: string;
  /** Counts up with every enrollment and every disconnection: what was made for another epoch is void. */
  @Column({ type: 'integer' }) epoch: number;
  @Column({ type: 'boolean' }) connected: boolean;
  /** Who made the code of the last enrollment. */
  @Column({ type: 'uuid', name: 'enrolled_by' }) enrolledBy: string;
  @Column({ type: 'timestamptz', name: 'enrolled_at' }) enrolledAt: Date;
  /** The enrollment whose code let it in the last time; null if the release before did. */
  @Column({ type: 'uuid', name: 'enrollment_id', nullable: true }) enrollmentId: string | null;
  @Column({ type: 'timestamptz', name: 'disconnected_at', nullable: true }) disconnectedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'quarantined_at', nullable: true }) quarantinedAt: Date | null;
  /** SHA-256 of what the next session has to show, and of what the last one showed. */
  @Column({ type: 'bytea', nullable: true }) continuity: Buffer | null;
  @Column({ type: 'bytea', name: 'previous_continuity', nullable: true }) previousContinuity: Buffer | null;
  @Column({ type: 'jsonb' }) capabilities: DeviceCapability[];
  @Column({ type: 'jsonb', nullable: true }) report: StoredReport | null;
  /** What of its last report, and of its last list of apps, could not be taken. */
  @Column({ type: 'jsonb', name: 'refused_parts', nullable: true }) refusedParts: RefusedPart[] | null;
  /** Seconds by which its clock is ahead of ours; null: it has not said. */
  @Column({ type: 'integer', name: 'clock_skew_seconds', nullable: true }) clockSkewSeconds: number | null;
  @Column({ type: 'text' }) status: DeviceStatus;
  /** Those that the release before knows as well. */
  @Column({ type: 'jsonb', name: 'reasons' }) knownReasons: ReasonCode[];
  @Column({ type: 'jsonb', name: 'new_reasons', nullable: true }) newReasons: ReasonCode[] | null;
  /** When time alone changes the status. */
  @Column({ type: 'timestamptz', name: 'status_due_at', nullable: true }) statusDueAt: Date | null;
  @Column({ type: 'integer' }) version: number;

  /** Why it has its status, the worst first. */
  get reasons(): ReasonCode[] {
    return [...this.knownReasons, ...(this.newReasons ?? [])].sort(worstFirst);
  }

  rename(name: string): void {
    const trimmed = name.trim();
    if (!trimmed) refuse('NAME_EMPTY');
    this.name = trimmed;
    this.nameKey = nameKeyBefore(trimmed);
    this.searchKey = searchKey(trimmed);
  }

  /** Joins, or joins again: nothing that was signed, issued or counted for an earlier epoch holds any more. */
  enroll(facts: EnrollmentFacts, now: Date): void {
    Object.assign(this, {
      platform: facts.platform,
      capabilities: facts.capabilities,
      publicKey: facts.publicKey,
      enrolledBy: facts.enrolledBy,
      enrollmentId: facts.enrollmentId,
      enrolledAt: now,
      // What was known of the machine that had it before.
      report: null,
      refusedParts: null,
      clockSkewSeconds: null,
      epoch: this.epoch + 1,
      connected: true,
      disconnectedAt: null,
      quarantinedAt: null,
      continuity: null,
      previousContinuity: null,
    });
  }

  /** Whether this enrollment holds, so that its request is the same one again, whose answer was lost. */
  isEnrolledBy(enrollmentId: string): boolean {
    return this.connected && !this.quarantinedAt && this.enrollmentId === enrollmentId;
  }

  /** Who enrolls again may have lost what the last session gave: the chain may begin again, or go on. */
  beginAnew(): void {
    if (!this.continuity) return;
    this.previousContinuity = this.continuity;
    this.continuity = null;
  }

  /** @returns false if it was disconnected already */
  disconnect(now: Date): boolean {
    if (!this.connected) return false;
    Object.assign(this, {
      connected: false,
      disconnectedAt: now,
      quarantinedAt: null,
      epoch: this.epoch + 1,
      continuity: null,
      previousContinuity: null,
    });
    return true;
  }

  /** @throws Refusal ENROLLMENT_ENDED, DEVICE_QUARANTINED; the caller has proved to hold the key */
  requireEpoch(epoch: number): void {
    if (!this.connected || epoch !== this.epoch) refuse('ENROLLMENT_ENDED');
    if (this.quarantinedAt) refuse('DEVICE_QUARANTINED');
  }

  /**
   * Each session shows what the one before was given. The value before that is taken too, since an answer can be lost;
   * anything else comes from a copy that has fallen behind: two machines hold the key (EDG-012).
   * @param shown SHA-256 of it; null for the first session of an enrollment
   * @returns false if the device has a double
   */
  continue(shown: Buffer | null, next: Buffer): boolean {
    if (!same(shown, this.continuity) && !same(shown, this.previousContinuity)) return false;
    this.previousContinuity = shown;
    this.continuity = next;
    return true;
  }

  /**
   * Takes the clock of the device as it has told it.
   * @returns whether that is news; a second more or less is the network's
   */
  setClock(secondsAhead: number | null): boolean {
    const before = this.clockSkewSeconds;
    if (secondsAhead === null || !isOtherSkew(before, secondsAhead)) return false;
    this.clockSkewSeconds = secondsAhead;
    return true;
  }

  /** What could not be taken of a report or of a list of apps, instead of what it was the last time. */
  setRefused(part: 'report' | 'apps', parts: readonly RefusedPart[]): void {
    const isOf = ({ part: path }: RefusedPart) => path === part || path.startsWith(`${part}/`);
    this.refusedParts = [...(this.refusedParts ?? []).filter((p) => !isOf(p)), ...parts.filter(isOf)];
  }

  /** @returns whether status or reasons have changed */
  apply(assessment: Assessment): boolean {
    const before = JSON.stringify([this.status, this.reasons]);
    this.status = assessment.status;
    this.knownReasons = assessment.reasons.filter((code) => !newReasons.includes(code));
    this.newReasons = assessment.reasons.filter((code) => newReasons.includes(code));
    this.statusDueAt = assessment.dueAt;
    return JSON.stringify([this.status, this.reasons]) !== before;
  }
}

/** Whether a clock's distance has changed by more than a network does. */
export const isOtherSkew = (before: number | null, now: number): boolean =>
  before === null ? now !== 0 : Math.abs(now - before) > 30;

export interface EnrollmentFacts {
  publicKey: string;
  platform: DevicePlatform;
  capabilities: DeviceCapability[];
  enrolledBy: string;
  enrollmentId: string;
}

/** What the release before makes of a name; cut, since 100 characters may become 1,800, more than an index takes. */
const nameKeyBefore = (name: string): string =>
  [...name.normalize('NFKC').toLowerCase()].slice(0, MAX_SEARCH_KEY_LENGTH).join('');

const same = (a: Buffer | null, b: Buffer | null): boolean => (a && b ? a.equals(b) : a === b);
