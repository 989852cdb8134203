import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class MakeKeyFileArchive {
  @Field.id({ description: 'The order for key files that the event named.' }) keyFileOrderId: string;
}

export class KeyFileArchive {
  @Field.email() email: string;
  @Field.language() language: string;
  @Field.line({ max: 100 }) fileName: string;
  @Field.text({ max: 700_000, description: 'The zip archive, base64.' }) zip: string;
  @Field.line({ max: 20, description: 'Which license, without giving the code away.' }) serialNumber: string;
  @Field.texts({ max: 200, maxItems: 50 }) products: string[];
}

export const makeKeyFileArchive = request({
  subject: 'rpc.licensing.key-file.archive.v1',
  request: MakeKeyFileArchive,
  reply: KeyFileArchive,
  errors: {
    LICENSE_BLOCKED: 'unprocessable',
    LICENSE_SUPERSEDED: 'unprocessable',
    KEY_FILES_NOT_SIGNABLE: 'unprocessable',
  },
  summary: 'The archive of key files for the mail that was asked for.',
  access: access.service,
  callers: ['notifications'],
  idempotent: true,
});
