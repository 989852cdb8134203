import { Injectable } from '@nestjs/common';
import { Job, RequestContext, Transaction } from '@tessera/platform';
import type { Config } from '../config.js';
import { PresenceRepository } from './presence.repository.js';
import { emitPresenceChanges } from './emit-presence-changes.js';

const BATCH_SIZE = 500;

/** Tells of devices whose lease has run out: a gateway that crashed says nothing of their sockets. */
@Injectable()
export class ExpirePresence {
  constructor(
    private readonly transaction: Transaction,
    private readonly presence: PresenceRepository,
  ) {}

  @Job({ name: 'expire-presence', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    await this.transaction.run(RequestContext.system(), async (tx) =>
      emitPresenceChanges(await this.presence.expire(BATCH_SIZE, tx), tx),
    );
  }
}
