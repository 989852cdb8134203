import { Injectable } from '@nestjs/common';
import { Transaction, type RequestContext } from '@tessera/platform';
import { PresenceRepository } from './presence.repository.js';
import { tellTurned } from './tell-turned.js';

const BATCH = 500;

/** Tells of devices whose lease has run out: a gateway that crashed says nothing of their sockets. */
@Injectable()
export class LapsePresence {
  constructor(
    private readonly transaction: Transaction,
    private readonly presence: PresenceRepository,
  ) {}

  async sweep(ctx: RequestContext): Promise<void> {
    await this.transaction.run(ctx, async (tx) => tellTurned(await this.presence.lapse(BATCH, tx), tx));
  }
}
