import { Inject, Injectable } from '@nestjs/common';
import { Server, type ServerOptions, type Upload } from '@tus/server';
import {
  completeUpload,
  createUpload,
  getUpload,
  MAX_ATTACHMENT_BYTES,
  terminateUpload,
} from '@tessera/contracts';
import { Bus, Deadline, RequestContext } from '@tessera/platform';
import { PREFIX } from '../http/routes.js';
import type { BlobStore } from './blob-store.js';
import { FileLocker } from './file-locker.js';
import { BLOBS } from './tokens.js';
import type { TusRequest } from './tus-request.js';

export const UPLOADS = `${PREFIX}/uploads`;
/** How long a request may go on after another one has asked for its upload. */
const LOCK_DRAIN_TIMEOUT_MS = 1_000;
/** Budget for completing an upload at the support service, after the last byte. */
const COMPLETION_BUDGET_MS = 5_000;

type Asked = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0];
const asked = (request: Asked): TusRequest => request as unknown as TusRequest;

/**
 * tus 1.0, where the library keeps the protocol and the support service decides: the upload's id is the attachment's,
 * and every method asks, with the caller's own session, whether it is theirs.
 */
@Injectable()
export class ResumableUploads {
  readonly server: Server;

  constructor(
    private readonly bus: Bus,
    @Inject(BLOBS) private readonly blobs: BlobStore,
    private readonly locker: FileLocker,
  ) {
    this.server = new Server({
      path: UPLOADS,
      datastore: blobs.uploads,
      locker,
      maxSize: MAX_ATTACHMENT_BYTES,
      // Relative, so that no Host header gets into it.
      relativeLocation: true,
      allowedOrigins: () => false,
      lockDrainTimeout: LOCK_DRAIN_TIMEOUT_MS,
      getFileIdFromRequest: (request) => asked(request).uploadId,
      namingFunction: (request, metadata) => this.announce(asked(request), metadata ?? {}),
      onUploadCreate: (request) => Promise.resolve({ metadata: { filename: asked(request).fileName! } }),
      onIncomingRequest: (request, id) => this.admit(asked(request), id),
      onUploadFinish: async (request, upload) => {
        await this.complete(upload.id, asked(request).ctx);
        return {};
      },
      onResponseError: (request, error) => void (asked(request).failure = error),
    });
  }

  private async announce(request: TusRequest, metadata: Upload['metadata'] & object): Promise<string> {
    const { filename, filetype, acceptDataStatement } = metadata;
    const { attachmentId, fileName } = await this.bus.ask(
      createUpload,
      {
        fileName: filename ?? '',
        size: Number(request.headers.get('upload-length')),
        ...(filetype ? { contentType: filetype } : {}),
        // A key without a value is how tus writes a flag.
        ...(acceptDataStatement === undefined
          ? {}
          : { acceptDataStatement: acceptDataStatement === null || acceptDataStatement === 'true' }),
      },
      request.ctx,
    );
    request.fileName = fileName;
    request.created = attachmentId;
    return attachmentId;
  }

  /** @throws Problem NOT_FOUND for another person's upload as for an unknown one */
  private async admit(request: TusRequest, id: string): Promise<void> {
    if (request.created) return;
    if (request.method === 'DELETE') {
      await this.bus.ask(terminateUpload, { id }, request.ctx);
      return;
    }
    const { state } = await this.bus.ask(getUpload, { id }, request.ctx);
    if (request.method === 'HEAD' && state === 'uploading') await this.completeIfWhole(id, request.ctx);
  }

  /** Completes an upload whose last byte is stored and whose completion has failed: its client resumes and asks for it. */
  private async completeIfWhole(id: string, ctx: RequestContext): Promise<void> {
    const stored = await this.blobs.uploads.getUpload(id).catch(() => null);
    if (stored && stored.offset === stored.size) await this.complete(id, ctx);
  }

  /** In the gateway's own name: the person's token of the beginning may have expired on the way. */
  private async complete(id: string, ctx: RequestContext): Promise<void> {
    await this.blobs.settle(id);
    await this.bus.ask(completeUpload, { id }, RequestContext.system(COMPLETION_BUDGET_MS, ctx.trace));
    // The upload is not written to any more.
    await this.locker.forget(id);
  }

  /** An upload that was announced but could not be made would count against its owner for a day. */
  async withdraw(request: TusRequest): Promise<void> {
    if (!request.created) return;
    const ctx = new RequestContext({
      ...request.ctx,
      deadline: Deadline.in(COMPLETION_BUDGET_MS),
    });
    await this.bus.ask(terminateUpload, { id: request.created }, ctx).catch(() => undefined);
  }
}
