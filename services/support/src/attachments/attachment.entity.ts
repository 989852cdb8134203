import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Message } from '../messages/message.entity.js';
import { SupportRequest } from '../requests/request.entity.js';

/**
 * `uploading` → `complete` → `used`; what is given up or left alone becomes `expired`, and its row goes when the
 * gateway has deleted the bytes. Each step is one conditional UPDATE, so that two of them cannot both happen.
 */
export type AttachmentState = 'uploading' | 'complete' | 'used' | 'expired';

@Entity('attachment')
@Index('attachment_of_owner', ['ownerId', 'state'])
@Index('attachment_of_request', ['requestId'])
@Index('attachment_expiry', ['state', 'expiresAt'])
export class Attachment {
  /** Also the id of the resumable upload, and the key of the bytes in the blob store. */
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'owner_id' }) ownerId: string;
  @Column({ type: 'text', name: 'file_name' }) fileName: string;
  /** Bytes; Postgres hands a bigint out as text. */
  @Column({ type: 'bigint', transformer: { to: (n: number) => n, from: Number } }) size: number;
  @Column({ type: 'text', name: 'content_type', nullable: true }) contentType: string | null;
  @Column({ type: 'text' }) state: AttachmentState;
  @ForeignKey(() => SupportRequest, { name: 'attachment_request' })
  @Column({ type: 'uuid', name: 'request_id', nullable: true })
  requestId: string | null;
  /** null in a used attachment: it belongs to the description of the request. */
  @ForeignKey(() => Message, { name: 'attachment_message' })
  @Column({ type: 'uuid', name: 'message_id', nullable: true })
  messageId: string | null;
  /** Its place among the attachments of one message. */
  @Column({ type: 'smallint', nullable: true }) place: number | null;
  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' }) createdAt: Date;
  /** null once it is used. */
  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true }) expiresAt: Date | null;
}
