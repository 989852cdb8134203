import { getUpload, type GetUpload, type UploadView } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';

@Handles(getUpload)
export class GetUploadHandler {
  constructor(private readonly database: Database) {}

  async handle(input: GetUpload, ctx: RequestContext): Promise<UploadView> {
    const [row] = await this.database.query<{ id: string; size: string; state: UploadView['state'] }>(
      `select id, size, state from attachment
        where id = $1 and owner_id = $2 and state in ('uploading', 'complete') and expires_at > now()`,
      [input.id, ctx.userId],
    );
    return row ? { ...row, size: Number(row.size) } : refuse('NOT_FOUND');
  }
}
