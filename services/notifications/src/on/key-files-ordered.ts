import { keyFilesOrdered, type KeyFilesOrdered } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/** A mail, and no notification: key files can be asked for without an account. */
@Consumes(keyFilesOrdered)
export class OnKeyFilesOrdered {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<KeyFilesOrdered>, tx: Tx): Promise<void> {
    const { keyFileOrderId } = event.data;
    await this.notifier.mail({ template: 'key_files', recipientId: null, facts: { keyFileOrderId } }, tx);
  }
}
