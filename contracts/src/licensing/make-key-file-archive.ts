import {
  ArrayMaxSize,
  Describe,
  IsArray,
  IsEmailAddress,
  IsLanguageTag,
  IsLine,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  request,
} from '../kit/index.js';
import { access } from '../access.js';

export class MakeKeyFileArchive {
  @IsUUID() @Describe('The order for key files that the event named.') keyFileOrderId: string;
}

export class KeyFileArchive {
  @IsEmailAddress() email: string;
  @IsLanguageTag() language: string;
  @IsLine() @MaxLength(100) fileName: string;
  @IsString() @MaxLength(700_000) @Describe('The zip archive, base64.') zip: string;
  @IsLine() @MaxLength(20) @Describe('Which license, without giving the code away.') serialNumber: string;
  @IsArray()
  @ArrayMaxSize(50)
  @IsLine({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(200, { each: true })
  products: string[];
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
