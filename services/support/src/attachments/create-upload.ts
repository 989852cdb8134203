import { Inject } from '@nestjs/common';
import {
  createUpload,
  MAX_ATTACHMENT_BYTES,
  supportRoles,
  type CreatedUpload,
  type CreateUpload,
} from '@tessera/contracts';
import {
  CONFIG,
  Handles,
  refuse,
  Transaction,
  uuidv7,
  type RequestContext,
  type Tx,
} from '@tessera/platform';
import type { Config } from '../config.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { toFileName } from './file-name.js';

@Handles(createUpload)
export class CreateUploadHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly attachments: AttachmentsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(input: CreateUpload, ctx: RequestContext): Promise<CreatedUpload> {
    const { userId } = ctx;
    if (input.size > MAX_ATTACHMENT_BYTES)
      refuse('PAYLOAD_TOO_LARGE', { params: { limit: MAX_ATTACHMENT_BYTES } });
    return this.transaction.run(ctx, async (tx) => {
      // Uploads of one person are announced one after the other, so that together they cannot pass the limit.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${userId}`]);
      await this.requireStatement(userId, input.acceptDataStatement ?? false, tx);
      await this.requireRoom(ctx, input.size, tx);
      const id = uuidv7();
      const fileName = toFileName(input.fileName);
      await tx.query(
        `insert into attachment (id, owner_id, file_name, size, content_type, state, expires_at)
         values ($1, $2, $3, $4, $5, 'uploading', now() + make_interval(hours => $6))`,
        [id, userId, fileName, input.size, input.contentType ?? null, this.config.UPLOAD_TTL_HOURS],
      );
      return { attachmentId: id, fileName };
    });
  }

  /** SUP-044: once, before the first upload ever. */
  private async requireStatement(userId: string, accepted: boolean, tx: Tx): Promise<void> {
    if (await this.attachments.statementAccepted(userId, tx)) return;
    if (!accepted) refuse('DATA_STATEMENT_REQUIRED');
    await tx.query('insert into data_statement (user_id) values ($1) on conflict do nothing', [userId]);
  }

  private async requireRoom(ctx: RequestContext, size: number, tx: Tx): Promise<void> {
    const [open] = await tx.query<{ bytes: string; files: string }>(
      `select coalesce(sum(size), 0) as bytes, count(*) as files from attachment
        where owner_id = $1 and state in ('uploading', 'complete')`,
      [ctx.userId],
    );
    const files = this.config.OPEN_UPLOADS_PER_USER;
    const bytes = isVouchedFor(ctx)
      ? this.config.OPEN_UPLOAD_BYTES_PER_USER
      : this.config.OPEN_UPLOAD_BYTES_WITHOUT_COMPANY;
    if (Number(open!.bytes) + size > bytes || Number(open!.files) + 1 > files) {
      refuse('OPEN_UPLOADS_EXCEEDED', { params: { bytes, files } });
    }
    await this.requireRoomForAll(size, tx);
  }

  /** Against many accounts of one hand. Announced at the same time, a few may pass it together: it is no exact figure. */
  private async requireRoomForAll(size: number, tx: Tx): Promise<void> {
    const [open] = await tx.query<{ bytes: string }>(
      `select coalesce(sum(size), 0) as bytes from attachment where state in ('uploading', 'complete')`,
    );
    if (Number(open!.bytes) + size > this.config.OPEN_UPLOAD_BYTES_TOTAL) refuse('UPLOADS_FULL');
  }
}

/** A company stands behind the person, or support does its work. */
const isVouchedFor = ({ person }: RequestContext): boolean =>
  person.companyId !== null || (supportRoles as readonly string[]).includes(person.role);
