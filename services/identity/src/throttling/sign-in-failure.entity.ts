import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The failed sign-ins in a row of one account from one known device, or from all devices that are unknown. */
@Entity('sign_in_failure')
export class SignInFailure {
  /** HMAC of the address, also of one without an account. */
  @PrimaryColumn({ type: 'bytea', name: 'account_key' }) accountKey: Buffer;
  /** Hash of the known device's token; empty for the devices that are unknown. */
  @PrimaryColumn({ type: 'bytea', name: 'device_key' }) deviceKey: Buffer;
  /** Failures, and attempts that still run. */
  @Column({ type: 'integer' }) attempts: number;
  @Column({ type: 'integer' }) failures: number;
  @Column({ type: 'timestamptz', name: 'last_at' }) lastAt: Date;
  @Column({ type: 'timestamptz', name: 'retry_at' }) retryAt: Date;
}
