import { Injectable } from '@nestjs/common';
import type { AttachmentView, MessageView } from '@tessera/contracts';
import { Cursors, Database, type Page } from '@tessera/platform';
import { AttachmentsRepository } from '../attachments/attachments.repository.js';
import type { Message } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';

interface Wanted {
  id: string;
  limit?: number;
  cursor?: string;
}

/** As JSON: an answer on the bus has room for 1 MiB, and a hundred long messages are more. */
const MAX_PAGE_BYTES = 512 * 1024;

/** Pages of a request's messages with their attachments; for the customer and, with the notes, for support. */
@Injectable()
export class Conversation {
  constructor(
    private readonly database: Database,
    private readonly messages: MessagesRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly cursors: Cursors,
  ) {}

  async page<V extends MessageView>(
    companyId: string,
    wanted: Wanted,
    withInternal: boolean,
    toView: (message: Message, attachments: AttachmentView[]) => V,
  ): Promise<Page<V>> {
    const { id, limit = 25, cursor } = wanted;
    const scope = ['messages', id, String(withInternal)].join('/');
    const [after] = cursor ? this.cursors.decode(cursor, scope) : [];
    const filter = { withInternal, ...(after ? { after: String(after) } : {}) };
    const rows = await this.messages.list(companyId, id, filter, limit + 1, this.database);
    const files = await this.attachments.ofMessages(
      rows.map((m) => m.id),
      this.database,
    );
    const views = new Map(rows.map((m) => [m, toView(m, files.get(m.id) ?? [])]));
    const some = Math.min(limit, fitting([...views.values()]));
    return this.cursors.page(
      rows,
      some,
      scope,
      (m) => [m.id],
      (m) => views.get(m)!,
    );
  }
}

/** How many of them, from the first on, fit into a page; the first always does. */
function fitting(views: readonly MessageView[]): number {
  let bytes = 0;
  const tooMuch = views.findIndex(
    (view) => (bytes += Buffer.byteLength(JSON.stringify(view))) > MAX_PAGE_BYTES,
  );
  return tooMuch < 0 ? views.length : Math.max(1, tooMuch);
}
