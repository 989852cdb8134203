import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A key pair that signs commands; devices pin the public half when they enroll. */
@Entity('signing_key')
@Index('signing_key_current', { synchronize: false })
export class SigningKey {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_signing_key' }) id: string;
  /** 32 bytes as base64url. */
  @Column({ type: 'text', name: 'public_key' }) publicKey: string;
  /** PKCS #8 DER under the data key. */
  @Column({ type: 'bytea', name: 'sealed_private_key' }) sealedPrivateKey: Buffer;
  @Column({ type: 'boolean' }) current: boolean;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
