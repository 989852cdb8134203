import { openAttachment, supportRoles, type OpenAttachment, type OpenedAttachment } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import type { AttachmentState } from './attachment.entity.js';

interface Found {
  file_name: string;
  size: string;
  state: AttachmentState;
  owner_id: string;
  company_id: string | null;
  author_id: string | null;
  internal: boolean | null;
}

@Handles(openAttachment)
export class OpenAttachmentHandler {
  constructor(private readonly database: Database) {}

  async handle(input: OpenAttachment, ctx: RequestContext): Promise<OpenedAttachment> {
    const [found] = await this.database.query<Found>(
      `select a.file_name, a.size, a.state, a.owner_id, r.company_id, r.author_id, m.internal
         from attachment a
         left join request r on r.id = a.request_id
         left join message m on m.id = a.message_id
        where a.id = $1`,
      [input.id],
    );
    if (!found || !mayRead(found, ctx)) refuse('NOT_FOUND');
    return { fileName: found.file_name, size: Number(found.size), blobKey: input.id };
  }
}

/** Before it is used, its owner; afterwards, who may see the message that it belongs to. */
function mayRead(found: Found, ctx: RequestContext): boolean {
  const { userId, companyId, role } = ctx.person;
  if (found.state === 'complete') return found.owner_id === userId;
  if (found.state !== 'used') return false;
  if ((supportRoles as readonly string[]).includes(role)) return true;
  return (
    !found.internal &&
    found.company_id === companyId &&
    (found.author_id === userId || ctx.can('requests.manage'))
  );
}
