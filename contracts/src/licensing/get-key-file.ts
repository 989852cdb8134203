import { Describe, IsLine, IsString, IsUUID, MaxLength, request } from '../kit/index.js';
import { access } from '../access.js';

export class GetKeyFile {
  @IsUUID() @Describe('The license.') id: string;
  @IsLine() @MaxLength(40) name: string;
}

export class KeyFileContents {
  @IsLine() @MaxLength(40) name: string;
  @IsString() @MaxLength(16_384) @Describe('To be saved byte for byte.') text: string;
}

const definition = {
  request: GetKeyFile,
  reply: KeyFileContents,
  errors: {
    LICENSE_BLOCKED: 'unprocessable',
    LICENSE_SUPERSEDED: 'unprocessable',
    KEY_FILES_NOT_SIGNABLE: 'unprocessable',
  },
  summary: 'A key file of a license, as attachment.',
  idempotent: true,
} as const;

/**
 * A key file activates the product on any machine, as the code does: it is for those who may see the code whole. No fallback to
 * v1: a licensing of release 0.1 does not ask for that right.
 */
export const getKeyFile = request({
  ...definition,
  subject: 'rpc.licensing.key-file.get.v2',
  access: access.company('licenses.manage'),
});

/** As gateways of release 0.1 ask for it; the right is asked for all the same. Goes with the release after the next. */
export const getKeyFileV1 = request({
  ...definition,
  subject: 'rpc.licensing.key-file.get.v1',
  access: access.company(),
});
