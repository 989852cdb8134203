import { Injectable } from '@nestjs/common';
import { repositoryOf, type Db, type Tx } from '@tessera/platform';
import { MoreThan } from 'typeorm';
import { Message } from './message.entity.js';

interface Filter {
  /** Also the notes that customers never see. */
  withInternal: boolean;
  /** The id of the last message that was shown. */
  after?: string;
}

@Injectable()
export class MessagesRepository {
  async insert(companyId: string, message: Message, tx: Tx): Promise<void> {
    if (message.companyId !== companyId) throw new Error('a message must be of the company of its request');
    await repositoryOf(tx, Message).insert(message);
  }

  /** The oldest first: ids are of version 7. */
  list(companyId: string, requestId: string, filter: Filter, take: number, db: Db): Promise<Message[]> {
    return repositoryOf(db, Message).find({
      where: {
        companyId,
        requestId,
        ...(filter.withInternal ? {} : { internal: false }),
        ...(filter.after ? { id: MoreThan(filter.after) } : {}),
      },
      order: { id: 'ASC' },
      take,
    });
  }

  /** A message that the customer may see. */
  public(companyId: string, requestId: string, id: string, db: Db): Promise<Message | null> {
    return repositoryOf(db, Message).findOneBy({ companyId, requestId, id, internal: false });
  }
}
