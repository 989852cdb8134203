import { deviceEnrolled, type DeviceEnrolled } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(deviceEnrolled)
export class OnDeviceEnrolled {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<DeviceEnrolled>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, userId } = event.data;
    await this.notifier.notifyInPortal(
      {
        kind: 'device_enrolled',
        userId,
        companyId: event.companyId,
        facts: { deviceName },
        topic: 'device',
        topicId: deviceId,
      },
      tx,
    );
  }
}
