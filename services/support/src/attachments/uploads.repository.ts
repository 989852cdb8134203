import { Injectable } from '@nestjs/common';
import { columns, hydrate, repositoryOf, type Db, type Tx } from '@tessera/platform';
import { Attachment } from './attachment.entity.js';

/** Uploads that no request or message has used yet, in SQL, and by `expires_at` whether they may be used still. */
const UNUSED = `state in ('uploading', 'complete')`;

interface Announced {
  id: string;
  ownerId: string;
  fileName: string;
  size: number;
  contentType: string | null;
}

export interface UnusedUploads {
  bytes: number;
  files: number;
}

/** Attachments before they are used: each is one person's. */
@Injectable()
export class UploadsRepository {
  /** Announcements of one person wait for each other until the transaction ends. */
  async lockOwner(ownerId: string, tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`uploads:${ownerId}`]);
  }

  async insert(upload: Announced, ttlHours: number, tx: Tx): Promise<void> {
    const { id, ownerId, fileName, size, contentType } = upload;
    await tx.query(
      `insert into attachment (id, owner_id, file_name, size, content_type, state, expires_at)
       values ($1, $2, $3, $4, $5, 'uploading', now() + make_interval(hours => $6))`,
      [id, ownerId, fileName, size, contentType, ttlHours],
    );
  }

  async unusedOf(ownerId: string, db: Db): Promise<UnusedUploads> {
    return this.sum('owner_id = $1', [ownerId], db);
  }

  async unusedOfAll(db: Db): Promise<UnusedUploads> {
    return this.sum('true', [], db);
  }

  async find(id: string, ownerId: string, db: Db): Promise<Attachment | null> {
    const [row] = await db.query(
      `select ${columns(Attachment)} from attachment
        where id = $1 and owner_id = $2 and ${UNUSED} and expires_at > now()`,
      [id, ownerId],
    );
    return row ? hydrate(Attachment, row) : null;
  }

  /** The time in which it has to be used begins now. @returns false if there is no such upload */
  async complete(id: string, ttlHours: number, tx: Tx): Promise<boolean> {
    const rows = await tx.query(
      `update attachment
          set state = 'complete',
              expires_at = case state when 'uploading' then now() + make_interval(hours => $2) else expires_at end
        where id = $1 and ${UNUSED}
        returning id`,
      [id, ttlHours],
    );
    return rows.length > 0;
  }

  /** @returns false if this person has no such upload */
  async expire(id: string, ownerId: string, tx: Tx): Promise<boolean> {
    const { affected } = await repositoryOf(tx, Attachment)
      .createQueryBuilder()
      .update()
      .set({ state: 'expired' })
      .where(`id = :id and owner_id = :ownerId and ${UNUSED}`, { id, ownerId })
      .execute();
    return affected === 1;
  }

  async expireOverdue(limit: number, tx: Tx): Promise<void> {
    await tx.query(
      `update attachment set state = 'expired' where id in (
         select id from attachment where ${UNUSED} and expires_at <= now() limit $1 for update skip locked)`,
      [limit],
    );
  }

  async expired(limit: number, db: Db): Promise<string[]> {
    const rows = await repositoryOf(db, Attachment).find({
      select: { id: true },
      where: { state: 'expired' },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  async deleteExpired(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.query(`delete from attachment where id = any($1) and state = 'expired'`, [ids]);
  }

  private async sum(which: string, parameters: unknown[], db: Db): Promise<UnusedUploads> {
    const [sum] = await db.query<{ bytes: string; files: string }>(
      `select coalesce(sum(size), 0) as bytes, count(*) as files from attachment where ${which} and ${UNUSED}`,
      parameters,
    );
    return { bytes: Number(sum!.bytes), files: Number(sum!.files) };
  }
}
