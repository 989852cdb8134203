import { uuidv7 } from '@tessera/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SupportRequest } from '../requests/request.entity.js';

export type Side = 'customer' | 'support';

@Entity('message')
@Index('message_of_request', ['requestId', 'id'])
export class Message {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'company_id' }) companyId: string;
  @ForeignKey(() => SupportRequest, { name: 'message_request' })
  @Column({ type: 'uuid', name: 'request_id' })
  requestId: string;
  @Column({ type: 'text' }) side: Side;
  /** A note among colleagues; no customer ever gets it, in no list, mail or event. */
  @Column({ type: 'boolean' }) internal: boolean;
  @Column({ type: 'uuid', name: 'writer_id' }) writerId: string;
  @Column({ type: 'text', name: 'writer_name' }) writerName: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;

  static write(
    request: SupportRequest,
    facts: Pick<Message, 'side' | 'internal' | 'writerId' | 'writerName' | 'text'>,
    at: Date,
  ): Message {
    const { id: requestId, companyId } = request;
    return Object.assign(new Message(), { id: uuidv7(), companyId, requestId, createdAt: at, ...facts });
  }
}
