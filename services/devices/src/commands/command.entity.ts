import {
  finalCommandStates,
  type CommandKind,
  type CommandReport,
  type CommandState,
} from '@tessera/contracts';
import { refuse, type TenantRow } from '@tessera/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Device } from '../devices/device.entity.js';

export interface TimelineEntry {
  state: CommandState;
  at: string;
  reason: string | null;
}

/**
 * A command to a device, bound to one epoch of it. Two clocks: it is delivered by `deliverBy` or expires, and from then
 * on has `runTimeout` seconds for its result or times out. `dueAt` is the clock that runs; null once it is final.
 */
@Entity('command')
@Index('command_of_device', ['deviceId', 'id'])
@Index('command_open', { synchronize: false })
@Index('command_due', { synchronize: false })
export class Command implements TenantRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_command' }) id: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @Column({ type: 'uuid', name: 'device_id' })
  @ForeignKey(() => Device, 'id', { name: 'fk_command_device', onDelete: 'CASCADE' })
  deviceId: string;
  @Column({ type: 'integer' }) epoch: number;
  @Column({ type: 'text' }) kind: CommandKind;
  @Column({ type: 'text' }) state: CommandState;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'deliver_by' }) deliverBy: Date;
  @Column({ type: 'integer', name: 'run_timeout' }) runTimeout: number;
  @Column({ type: 'timestamptz', name: 'due_at', nullable: true }) dueAt: Date | null;
  @Column({ type: 'integer', nullable: true }) progress: number | null;
  @Column({ type: 'jsonb' }) timeline: TimelineEntry[];
  @Column({ type: 'jsonb', nullable: true }) result: Record<string, unknown> | null;
  /** What the device gets: the exact text, and the signature over it. */
  @Column({ type: 'text' }) payload: string;
  @Column({ type: 'text' }) signature: string;
  @Column({ type: 'text', name: 'key_id' }) keyId: string;
  @Column({ type: 'integer' }) version: number;

  get isFinal(): boolean {
    return finalCommandStates.includes(this.state);
  }

  /** When the result is there, or the command has timed out: as promised, and exact once it is delivered. */
  get resultBy(): Date {
    const delivered = this.timeline.find((t) => t.state === 'delivered');
    const from = delivered ? Date.parse(delivered.at) : this.deliverBy.getTime();
    return new Date(from + this.runTimeout * 1000);
  }

  queue(now: Date): void {
    this.timeline = [];
    this.go('queued', now);
    this.dueAt = this.deliverBy;
  }

  /** @returns whether this is its first delivery; it is given again until the device has answered */
  deliver(now: Date): boolean {
    if (this.state !== 'queued') return false;
    this.go('delivered', now);
    this.dueAt = this.resultBy;
    return true;
  }

  /** What the device says about it. What comes too late, or twice, changes nothing. @returns whether it did */
  take(report: CommandReport, now: Date): boolean {
    if (this.isFinal || this.state === 'queued') return false;
    const progressed = report.progress !== undefined && report.progress !== this.progress;
    if (progressed) this.progress = report.progress!;
    if (report.state === 'running') {
      if (this.state === 'delivered') this.go('running', now);
      else if (!progressed) return false;
      return true;
    }
    if (report.state === 'succeeded') this.progress = 100;
    this.result = report.result ?? null;
    this.go(report.state, now, report.reason ?? null);
    return true;
  }

  /** A queued command is cancelled at once; of a delivered one the device's acknowledgement decides. @throws Refusal COMMAND_FINAL */
  cancel(now: Date): boolean {
    if (this.isFinal) refuse('COMMAND_FINAL', { params: { state: this.state } });
    if (this.state === 'cancelling') return false;
    this.go(this.state === 'queued' ? 'cancelled' : 'cancelling', now);
    return true;
  }

  /** @returns false if its time has not run out yet */
  expire(now: Date): boolean {
    if (!this.dueAt || this.dueAt > now) return false;
    this.go(this.state === 'queued' ? 'expired' : 'timed_out', now);
    return true;
  }

  /** A newer command of its kind does the same; or its epoch is over. */
  supersede(now: Date, reason: string): void {
    this.go('superseded', now, reason);
  }

  /** The enrollment has ended: queued commands are cancelled, commands that the device has are void. */
  endEpoch(now: Date): void {
    if (this.state === 'queued') this.go('cancelled', now, 'DEVICE_DISCONNECTED');
    else this.supersede(now, 'DEVICE_DISCONNECTED');
  }

  private go(state: CommandState, now: Date, reason: string | null = null): void {
    this.state = state;
    this.timeline = [...this.timeline, { state, at: now.toISOString(), reason }];
    if (this.isFinal) this.dueAt = null;
  }
}
