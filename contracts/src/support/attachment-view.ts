import { Describe, IsInt, IsLine, IsUUID, Max, MaxLength, Min } from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { MAX_ATTACHMENT_BYTES } from './vocabulary.js';

export class AttachmentView {
  @IsUUID() id: string;
  @IsLine() @MaxLength(MAX_FILE_NAME) fileName: string;
  @IsInt() @Min(0) @Max(MAX_ATTACHMENT_BYTES) @Describe('Bytes.') size: number;
}
