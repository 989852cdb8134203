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
import { DataStatementsRepository } from './data-statements.repository.js';
import { toFileName } from './file-name.js';
import { UploadsRepository } from './uploads.repository.js';

@Handles(createUpload)
export class CreateUploadHandler {
  constructor(
    private readonly transaction: Transaction,
    private readonly uploads: UploadsRepository,
    private readonly statements: DataStatementsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  handle(input: CreateUpload, ctx: RequestContext): Promise<CreatedUpload> {
    const { userId } = ctx;
    if (input.size > MAX_ATTACHMENT_BYTES)
      refuse('PAYLOAD_TOO_LARGE', { params: { limit: MAX_ATTACHMENT_BYTES } });
    return this.transaction.run(ctx, async (tx) => {
      // Uploads of one person are announced one after the other, so that together they cannot pass the limit.
      await this.uploads.lockOwner(userId, tx);
      await this.requireStatement(userId, input.acceptDataStatement ?? false, tx);
      await this.requireRoom(ctx, input.size, tx);
      const id = uuidv7();
      const fileName = toFileName(input.fileName);
      const { size, contentType = null } = input;
      const upload = { id, ownerId: userId, fileName, size, contentType };
      await this.uploads.insert(upload, this.config.UPLOAD_TTL_HOURS, tx);
      return { attachmentId: id, fileName };
    });
  }

  /** SUP-044: once, before the first upload ever. */
  private async requireStatement(userId: string, accepted: boolean, tx: Tx): Promise<void> {
    if (await this.statements.accepted(userId, tx)) return;
    if (!accepted) refuse('DATA_STATEMENT_REQUIRED');
    await this.statements.accept(userId, tx);
  }

  private async requireRoom(ctx: RequestContext, size: number, tx: Tx): Promise<void> {
    const unused = await this.uploads.unusedOf(ctx.userId, tx);
    const files = this.config.OPEN_UPLOADS_PER_USER;
    const bytes = isVouchedFor(ctx)
      ? this.config.OPEN_UPLOAD_BYTES_PER_USER
      : this.config.OPEN_UPLOAD_BYTES_WITHOUT_COMPANY;
    if (unused.bytes + size > bytes || unused.files + 1 > files) {
      refuse('OPEN_UPLOADS_EXCEEDED', { params: { bytes, files } });
    }
    await this.requireRoomForAll(size, tx);
  }

  /** Against many accounts of one hand. Announced at the same time, a few may pass it together: it is no exact figure. */
  private async requireRoomForAll(size: number, tx: Tx): Promise<void> {
    const unused = await this.uploads.unusedOfAll(tx);
    if (unused.bytes + size > this.config.OPEN_UPLOAD_BYTES_TOTAL) refuse('UPLOADS_FULL');
  }
}

/** A company stands behind the person, or support does its work. */
const isVouchedFor = ({ person }: RequestContext): boolean =>
  person.companyId !== null || (supportRoles as readonly string[]).includes(person.role);
