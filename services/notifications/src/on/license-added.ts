import { licenseAdded, type LicenseAdded } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/**
 * A purchase of several products is several licenses of one serial number: several notifications, each with its license,
 * and one mail.
 */
@Consumes(licenseAdded)
export class OnLicenseAdded {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<LicenseAdded>, tx: Tx): Promise<void> {
    const { licenseId, userId, productName, serialNumber, expiresAt } = event.data;
    const facts = { products: [productName], serialNumber, expiresAt };
    const mail = { template: 'license_added', recipientId: userId, facts } as const;
    await this.notifier.mailInBundle(mail, `license-added:${serialNumber}:${userId}`, 'products', tx);
    await this.notifier.notifyInPortal(
      {
        kind: 'license_added',
        userId,
        companyId: event.companyId,
        facts,
        topic: 'license',
        topicId: licenseId,
      },
      tx,
    );
  }
}
