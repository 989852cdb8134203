import { licenseRemoved, type LicenseRemoved } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/** One mail for what was removed of one purchase, as with {@link OnLicenseAdded}. */
@Consumes(licenseRemoved)
export class OnLicenseRemoved {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<LicenseRemoved>, tx: Tx): Promise<void> {
    const { licenseId, userId, productName, serialNumber } = event.data;
    const facts = { products: [productName], serialNumber };
    const mail = { template: 'license_removed', recipientId: userId, facts } as const;
    await this.notifier.mailInBundle(mail, `license-removed:${serialNumber}:${userId}`, 'products', tx);
    await this.notifier.notifyInPortal(
      {
        kind: 'license_removed',
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
