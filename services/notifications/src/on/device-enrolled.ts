import { deviceEnrolled, type DeviceEnrolled } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(deviceEnrolled)
export class OnDeviceEnrolled {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<DeviceEnrolled>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, userId } = event.data;
    await this.postBox.notify(
      {
        kind: 'device_enrolled',
        userId: userId,
        companyId: event.companyId,
        facts: { deviceName },
        topic: 'device',
        topicId: deviceId,
      },
      tx,
    );
  }
}
