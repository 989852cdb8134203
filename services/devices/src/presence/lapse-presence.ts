import { Injectable } from '@nestjs/common';
import { Job, RequestContext, Transaction } from '@tessera/platform';
import type { Config } from '../config.js';
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

  @Job({ name: 'lapse-presence', everyMs: (config: Config) => config.SWEEP_MS })
  async sweep(): Promise<void> {
    await this.transaction.run(RequestContext.system(), async (tx) =>
      tellTurned(await this.presence.lapse(BATCH, tx), tx),
    );
  }
}
