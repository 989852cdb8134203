import { Inject, Injectable } from '@nestjs/common';
import { sweepUploads } from '@tessera/contracts';
import { Bus, Job, RequestContext } from '@tessera/platform';
import type { BlobStore } from './blob-store.js';
import { FileLocker } from './file-locker.js';
import { BLOBS } from './tokens.js';

const SWEEP_INTERVAL_MS = 5 * 60_000;

/** Deletes the bytes of uploads that have expired or were terminated, as the support service lists them. */
@Injectable()
export class UploadSweeper {
  constructor(
    private readonly bus: Bus,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    private readonly locker: FileLocker,
  ) {}

  @Job({ name: 'sweep-uploads', everyMs: SWEEP_INTERVAL_MS })
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
