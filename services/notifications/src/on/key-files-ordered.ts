import { keyFilesOrdered, type KeyFilesOrdered } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

/** Anybody may ask for key files: a mail, and no notification, since the address need not be an account's. */
@Consumes(keyFilesOrdered)
export class OnKeyFilesOrdered {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<KeyFilesOrdered>, tx: Tx): Promise<void> {
    const { keyFileOrderId } = event.data;
    await this.postBox.mail({ template: 'key_files', recipientId: null, facts: { keyFileOrderId } }, tx);
  }
}
