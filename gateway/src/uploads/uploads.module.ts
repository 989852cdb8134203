import { Module } from '@nestjs/common';
import { CONFIG } from '@tessera/platform';
import { AttachmentsController } from './attachments.controller.js';
import { blobStoreOf, type BlobStore } from './blob-store.js';
import { FileLocker } from './file-locker.js';
import { ResumableUploads } from './resumable-uploads.js';
import { BLOBS } from './tokens.js';
import { TusRoutes } from './tus-routes.js';
import { UploadSweeper } from './upload-sweeper.js';

@Module({
  controllers: [AttachmentsController],
  providers: [
    {
      provide: BLOBS,
      useFactory: (config: { BLOB_URL: string }) => blobStoreOf(config.BLOB_URL),
      inject: [CONFIG],
    },
    { provide: FileLocker, useFactory: (blobs: BlobStore) => new FileLocker(blobs.locks), inject: [BLOBS] },
    ResumableUploads,
    TusRoutes,
    UploadSweeper,
  ],
})
export class UploadsModule {}
