import { licenseNotClaimed, type LicenseNotClaimed } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(licenseNotClaimed)
export class OnLicenseNotClaimed {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<LicenseNotClaimed>, tx: Tx): Promise<void> {
    const { userId, reason } = event.data;
    await this.notifier.notifyUser(
      {
        kind: 'license_not_claimed',
        userId,
        companyId: null,
        facts: { reason },
        topic: null,
        topicId: null,
      },
      tx,
    );
  }
}
