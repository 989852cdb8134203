import { deviceDisconnected, type DeviceDisconnected } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { PostBox } from '../work/post-box.js';

@Consumes(deviceDisconnected)
export class OnDeviceDisconnected {
  constructor(private readonly postBox: PostBox) {}

  async handle(event: EventEnvelope<DeviceDisconnected>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, userId } = event.data;
    await this.postBox.notify(
      {
        kind: 'device_disconnected',
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
