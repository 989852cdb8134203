import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, Database, LOGGER, RequestContext } from '@tessera/platform';
import type { Logger } from 'pino';
import { LapseCommands } from './commands/lapse-commands.js';
import type { Config } from './config.js';
import { SearchKeys } from './devices/search-keys.js';
import { LapsePresence } from './presence/lapse-presence.js';
import { RefreshStatus } from './status/refresh-status.js';

/** Once in so many looks, what has outlived its use is deleted. */
const DELETE_EVERY = 60;
const outlived = [
  `delete from used_challenge where expires_at < now() - interval '1 minute'`,
  // Only the release before writes this one; its table goes with the next.
  `delete from enrollment_failure where failed_at < now() - interval '1 hour'`,
  `delete from attempt_window where started_at < now() - interval '1 day'`,
  `delete from enrollment where expires_at < now() - interval '30 days'`,
];

/** Does, every few seconds, what is due. Any number of instances may: each takes the devices that no other holds. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;
  private looks = 0;

  constructor(
    private readonly database: Database,
    private readonly commands: LapseCommands,
    private readonly presence: LapsePresence,
    private readonly status: RefreshStatus,
    private readonly searchKeys: SearchKeys,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.running = this.sweep().finally(() => this.schedule());
    }, this.config.SWEEP_MS);
  }

  private async sweep(): Promise<void> {
    const steps = [this.commands, this.presence, this.status, this.searchKeys];
    for (const step of steps) {
      if (this.stopping) return;
      await step
        .sweep(RequestContext.system())
        .catch((error: unknown) =>
          this.logger.warn({ err: error }, `${step.constructor.name} failed; it is tried again`),
        );
    }
    if (this.looks++ % DELETE_EVERY === 0) {
      for (const sql of outlived) await this.database.query(sql).catch(() => undefined);
    }
  }
}
