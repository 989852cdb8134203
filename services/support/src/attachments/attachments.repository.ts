import { Injectable } from '@nestjs/common';
import { MAX_ATTACHMENTS, type AttachmentView } from '@tessera/contracts';
import { columns, hydrate, refuse, type Db, type Tx } from '@tessera/platform';
import { Attachment } from './attachment.entity.js';
import { toAttachmentView } from './attachment.to-view.js';

interface Use {
  ownerId: string;
  requestId: string;
  /** null: it belongs to the description of the request. */
  messageId: string | null;
}

/** The company and the author of its request, and whether its message is a note; null where it has none. */
export interface ReadableAttachment {
  attachment: Attachment;
  companyId: string | null;
  authorId: string | null;
  internal: boolean | null;
}

const SHOWN = columns(Attachment, undefined, ['id', 'fileName', 'size', 'messageId']);
const STATE = columns(Attachment, undefined, ['id', 'state', 'requestId', 'messageId']);

/** @throws Refusal TOO_MANY_ATTACHMENTS (SUP-045) */
export function requireFewAttachments(ids: readonly string[] = []): void {
  if (ids.length > MAX_ATTACHMENTS) refuse('TOO_MANY_ATTACHMENTS', { params: { limit: MAX_ATTACHMENTS } });
}

@Injectable()
export class AttachmentsRepository {
  /**
   * Binds complete uploads of one person to a request or a message, once.
   * @throws Refusal NOT_FOUND for unknown and for others' uploads alike, ATTACHMENT_INCOMPLETE, ATTACHMENT_USED
   */
  async use(ids: readonly string[], use: Use, tx: Tx): Promise<AttachmentView[]> {
    if (!ids.length) return [];
    const rows = await tx.query(
      `update attachment
          set state = 'used', request_id = $3, message_id = $4, expires_at = null,
              place = array_position($1::uuid[], id)
        where id = any($1) and owner_id = $2 and state = 'complete' and expires_at > now()
        returning ${SHOWN}`,
      [ids, use.ownerId, use.requestId, use.messageId],
    );
    if (rows.length !== ids.length) await this.explain(ids, use, tx);
    const used = rows.map((row) => hydrate(Attachment, row));
    return ids.map((id) => toAttachmentView(used.find((one) => one.id === id)!));
  }

  private async explain(ids: readonly string[], use: Use, tx: Tx): Promise<never> {
    const found = await tx.query(
      `select ${STATE} from attachment
        where id = any($1) and owner_id = $2 and (state = 'used' or state in ('uploading', 'complete') and expires_at > now())`,
      [ids, use.ownerId],
    );
    const rows = found.map((row) => hydrate(Attachment, row));
    const usedElsewhere = (a: Attachment) =>
      a.state === 'used' && (a.requestId !== use.requestId || a.messageId !== use.messageId);
    const says = (id: string, code: string) => ({
      errors: [{ field: `attachmentIds/${ids.indexOf(id)}`, code, detail: code.toLowerCase() }],
    });
    const unknown = ids.find((id) => !rows.some((r) => r.id === id));
    if (unknown) refuse('NOT_FOUND', says(unknown, 'UNKNOWN'));
    const taken = rows.find(usedElsewhere);
    if (taken) refuse('ATTACHMENT_USED', says(taken.id, 'USED'));
    return refuse('ATTACHMENT_INCOMPLETE', says(rows.find((r) => r.state === 'uploading')!.id, 'INCOMPLETE'));
  }

  /** The attachments of the description. */
  async ofRequest(requestId: string, db: Db): Promise<AttachmentView[]> {
    const rows = await db.query(
      `select ${SHOWN} from attachment
        where request_id = $1 and message_id is null order by place`,
      [requestId],
    );
    return rows.map((row) => toAttachmentView(hydrate(Attachment, row)));
  }

  async ofMessages(ids: readonly string[], db: Db): Promise<Map<string, AttachmentView[]>> {
    const found = new Map<string, AttachmentView[]>();
    if (!ids.length) return found;
    const rows = await db.query(
      `select ${SHOWN} from attachment
        where request_id in (select request_id from message where id = any($1)) and message_id = any($1)
        order by place`,
      [ids],
    );
    for (const one of rows.map((row) => hydrate(Attachment, row)))
      found.set(one.messageId!, [...(found.get(one.messageId!) ?? []), toAttachmentView(one)]);
    return found;
  }

  /** Whose it is, and what decides about its readers. */
  async withReaders(id: string, db: Db): Promise<ReadableAttachment | null> {
    const [row] = await db.query<Omit<ReadableAttachment, 'attachment'>>(
      `select ${columns(Attachment, 'a')}, r.company_id as "companyId", r.author_id as "authorId", m.internal
         from attachment a
         left join request r on r.id = a.request_id
         left join message m on m.id = a.message_id
        where a.id = $1`,
      [id],
    );
    if (!row) return null;
    const { companyId, authorId, internal } = row;
    return { attachment: hydrate(Attachment, row), companyId, authorId, internal };
  }
}
