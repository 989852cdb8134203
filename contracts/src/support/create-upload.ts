import {
  Describe,
  IsBoolean,
  IsInt,
  IsLine,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  request,
} from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { access } from '../access.js';

export class CreateUpload {
  @IsString() @MaxLength(4096) @Describe('As the client names it; stored sanitised.') fileName: string;
  @IsInt() @Min(0) @Describe('Bytes.') size: number;
  @IsOptional()
  @IsLine()
  @MaxLength(200)
  @Describe('Kept for support; never served as such.')
  contentType?: string;
  @IsOptional()
  @IsBoolean()
  @Describe('The statement on provision of data; the first upload ever needs it.')
  acceptDataStatement?: boolean;
}

export class CreatedUpload {
  @IsUUID() attachmentId: string;
  @IsLine() @MaxLength(MAX_FILE_NAME) fileName: string;
}

export const createUpload = request({
  subject: 'rpc.support.upload.create.v1',
  request: CreateUpload,
  reply: CreatedUpload,
  errors: {
    DATA_STATEMENT_REQUIRED: 'forbidden',
    OPEN_UPLOADS_EXCEEDED: 'unprocessable',
    UPLOADS_FULL: 'unavailable',
  },
  summary: 'Announce a file; its id is the id of the resumable upload and of the attachment.',
  access: access.signedIn,
});
