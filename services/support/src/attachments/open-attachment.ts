import { openAttachment, supportRoles, type OpenAttachment, type OpenedAttachment } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { AttachmentsRepository, type ReadableAttachment } from './attachments.repository.js';

@Handles(openAttachment)
export class OpenAttachmentHandler {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentsRepository,
  ) {}

  async handle(input: OpenAttachment, ctx: RequestContext): Promise<OpenedAttachment> {
    const found = await this.attachments.withReaders(input.id, this.database);
    if (!found || !mayRead(found, ctx)) refuse('NOT_FOUND');
    const { fileName, size } = found.attachment;
    return { fileName, size, blobKey: input.id };
  }
}

/** Before it is used, its owner; afterwards, who may see the message that it belongs to. */
function mayRead(found: ReadableAttachment, ctx: RequestContext): boolean {
  const { state, ownerId } = found.attachment;
  const { userId, companyId, role } = ctx.person;
  if (state === 'complete') return ownerId === userId;
  if (state !== 'used') return false;
  if ((supportRoles as readonly string[]).includes(role)) return true;
  return (
    !found.internal &&
    found.companyId === companyId &&
    (found.authorId === userId || ctx.can('requests.manage'))
  );
}
