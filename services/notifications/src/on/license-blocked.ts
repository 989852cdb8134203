import { licenseBlocked, type LicenseBlocked } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(licenseBlocked)
export class OnLicenseBlocked {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<LicenseBlocked>, tx: Tx): Promise<void> {
    const { licenseId, productName, serialNumber } = event.data;
    // A license that no company has added yet concerns no customer.
    if (event.companyId === null) return;
    await this.notifier.notifyAudience(
      {
        kind: 'license_blocked',
        companyId: event.companyId,
        people: [],
        audience: 'licenses.manage',
        facts: { productName, serialNumber },
        topic: 'license',
        topicId: licenseId,
      },
      tx,
    );
  }
}
