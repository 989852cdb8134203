import { getKeyFile, getKeyFileV1, type GetKeyFile, type KeyFileContents } from '@tessera/contracts';
import { Database, Handles, refuse, type RequestContext } from '@tessera/platform';
import { LicensesRepository } from '../licenses/licenses.repository.js';
import { KeyFiles } from './key-files.js';

@Handles(getKeyFile)
export class GetKeyFileHandler {
  constructor(
    private readonly database: Database,
    private readonly licenses: LicensesRepository,
    private readonly keyFiles: KeyFiles,
  ) {}

  async handle({ id, name }: GetKeyFile, ctx: RequestContext): Promise<KeyFileContents> {
    const { license, entry } = await this.licenses.get(ctx.companyId, id, this.database);
    license.requireHandedOut();
    const files = await this.keyFiles.of(license, [entry], this.database);
    const file = files.find((f) => f.name === name) ?? refuse('NOT_FOUND');
    return { name: file.name, text: file.text };
  }
}

/** The same, for a gateway of the release before. */
@Handles(getKeyFileV1)
export class GetKeyFileV1Handler extends GetKeyFileHandler {
  override handle(input: GetKeyFile, ctx: RequestContext): Promise<KeyFileContents> {
    ctx.requireRight('licenses.manage');
    return super.handle(input, ctx);
  }
}
