import { event, IsUUID } from '../kit/index.js';

export class KeyFilesOrdered {
  @IsUUID() keyFileOrderId: string;
}

export const keyFilesOrdered = event({
  subject: 'evt.licensing.key-file.ordered.v1',
  payload: KeyFilesOrdered,
  summary: 'Somebody asked for the key files of a code by mail.',
  consumers: ['notifications'],
});
