import { Field } from '../kit/index.js';
import { MAX_FILE_NAME } from '../limits.js';
import { MAX_ATTACHMENT_BYTES } from './vocabulary.js';

export class AttachmentView {
  @Field.id() id: string;
  @Field.line({ max: MAX_FILE_NAME }) fileName: string;
  @Field.integer({ min: 0, max: MAX_ATTACHMENT_BYTES, description: 'Bytes.' }) size: number;
}
