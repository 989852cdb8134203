import { getUpload, type GetUpload, type UploadView } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { toUploadView } from './attachment.to-view.js';
import { UploadsRepository } from './uploads.repository.js';

@Handles(getUpload)
export class GetUploadHandler {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadsRepository,
  ) {}

  async handle(input: GetUpload, ctx: RequestContext): Promise<UploadView> {
    return toUploadView(
      (await this.uploads.find(input.id, ctx.userId, this.database)) ?? refuse('NOT_FOUND'),
    );
  }
}
