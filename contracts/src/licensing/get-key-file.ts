import { Field, request } from '../kit/index.js';
import { access } from '../identity/rights.js';

export class GetKeyFile {
  @Field.id({ description: 'The license.' }) id: string;
  @Field.line({ max: 40 }) name: string;
}

export class KeyFileContents {
  @Field.line({ max: 40 }) name: string;
  @Field.text({ max: 16_384, description: 'To be saved byte for byte.' }) text: string;
}

export const getKeyFile = request({
  subject: 'rpc.licensing.key-file.get.v1',
  request: GetKeyFile,
  reply: KeyFileContents,
  errors: { LICENSE_BLOCKED: 'unprocessable', LICENSE_SUPERSEDED: 'unprocessable' },
  summary: 'A key file of a license, as attachment.',
  access: access.company(),
  idempotent: true,
});
