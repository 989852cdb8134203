import { licenseBlocked, type LicenseBlocked } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(licenseBlocked)
export class OnLicenseBlocked {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<LicenseBlocked>, tx: Tx): Promise<void> {
    const { licenseId, productName, serialNumber } = event.data;
    // A license that nobody has added yet is nobody's concern.
    if (event.companyId === null) return;
    await this.postBox.announce(
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
