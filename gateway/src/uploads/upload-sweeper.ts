import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sweepUploads } from '@tessera/contracts';
import { Bus, LOGGER, RequestContext } from '@tessera/platform';
import type { Logger } from 'pino';
import type { BlobStore } from './blob-store.js';
import { FileLocker } from './file-locker.js';
import { BLOBS } from './tokens.js';

/** How often, in milliseconds; half of it at random, so that several gateways do not all come at once. */
const INTERVAL = 5 * 60_000;

/** Deletes the bytes of uploads that have expired or were given up. The support service says which. */
@Injectable()
export class UploadSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly bus: Bus,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    private readonly locker: FileLocker,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(
      () => {
        this.sweep()
          .catch((error: unknown) => this.logger.warn({ err: error }, 'expired uploads could not be deleted'))
          .finally(() => this.timer && this.onApplicationBootstrap());
      },
      INTERVAL * (0.75 + Math.random() / 2),
    );
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  async sweep(): Promise<void> {
    let deleted: string[] = [];
    do {
      const { ids } = await this.bus.ask(sweepUploads, { deleted }, RequestContext.system(10_000));
      for (const id of ids) await this.remove(id);
      deleted = ids;
    } while (deleted.length);
  }

  private async remove(id: string): Promise<void> {
    await this.blobs.remove(id);
    await this.locker.forget(id);
  }
}
