import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Link } from './link.entity.js';

/** The secret of one mail with a link; each rendering of the mail makes its own. */
@Entity('link_token')
@Index('link_token_of_link', ['linkId'])
export class LinkToken {
  @PrimaryColumn({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;

  @Column({ type: 'uuid', name: 'link_id' })
  @ForeignKey(() => Link, { name: 'link_token_link_id_fkey', onDelete: 'CASCADE' })
  linkId: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
}
