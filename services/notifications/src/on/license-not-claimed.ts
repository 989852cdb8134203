import { licenseNotClaimed, type LicenseNotClaimed } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(licenseNotClaimed)
export class OnLicenseNotClaimed {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<LicenseNotClaimed>, tx: Tx): Promise<void> {
    const { userId, reason } = event.data;
    await this.postBox.tell(
      {
        kind: 'license_not_claimed',
        userId: userId,
        companyId: null,
        facts: { reason },
        topic: null,
        topicId: null,
      },
      tx,
    );
  }
}
