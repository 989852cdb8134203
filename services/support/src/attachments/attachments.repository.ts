import { Injectable } from '@nestjs/common';
import { MAX_ATTACHMENTS, type AttachmentView } from '@tessera/contracts';
import { refuse, type Db, type Tx } from '@tessera/platform';

interface Use {
  ownerId: string;
  requestId: string;
  /** null: it belongs to the description of the request. */
  messageId: string | null;
}

interface Row {
  id: string;
  file_name: string;
  size: string;
  message_id: string | null;
}

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
    const used = await tx.query<Row>(
      `update attachment
          set state = 'used', request_id = $3, message_id = $4, expires_at = null,
              place = array_position($1::uuid[], id)
        where id = any($1) and owner_id = $2 and state = 'complete' and expires_at > now()
        returning id, file_name, size, message_id`,
      [ids, use.ownerId, use.requestId, use.messageId],
    );
    if (used.length !== ids.length) await this.explain(ids, use, tx);
    return ids.map((id) => toAttachmentView(used.find((row) => row.id === id)!));
  }

  private async explain(ids: readonly string[], use: Use, tx: Tx): Promise<never> {
    const rows = await tx.query<{ id: string; state: string; request_id: string; message_id: string | null }>(
      `select id, state, request_id, message_id from attachment
        where id = any($1) and owner_id = $2 and (state = 'used' or state in ('uploading', 'complete') and expires_at > now())`,
      [ids, use.ownerId],
    );
    const usedElsewhere = (r: (typeof rows)[number]) =>
      r.state === 'used' && (r.request_id !== use.requestId || r.message_id !== use.messageId);
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
    const rows = await db.query<Row>(
      `select id, file_name, size, message_id from attachment
        where request_id = $1 and message_id is null order by place`,
      [requestId],
    );
    return rows.map(toAttachmentView);
  }

  async ofMessages(ids: readonly string[], db: Db): Promise<Map<string, AttachmentView[]>> {
    const found = new Map<string, AttachmentView[]>();
    if (!ids.length) return found;
    const rows = await db.query<Row>(
      `select id, file_name, size, message_id from attachment
        where request_id in (select request_id from message where id = any($1)) and message_id = any($1)
        order by place`,
      [ids],
    );
    for (const row of rows)
      found.set(row.message_id!, [...(found.get(row.message_id!) ?? []), toAttachmentView(row)]);
    return found;
  }

  async statementAccepted(userId: string, db: Db): Promise<boolean> {
    return (await db.query('select 1 from data_statement where user_id = $1', [userId])).length > 0;
  }
}

const toAttachmentView = (row: Row): AttachmentView => ({
  id: row.id,
  fileName: row.file_name,
  size: Number(row.size),
});
