import { deviceDisconnected, type DeviceDisconnected } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

@Consumes(deviceDisconnected)
export class OnDeviceDisconnected {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<DeviceDisconnected>, tx: Tx): Promise<void> {
    const { deviceId, deviceName, userId } = event.data;
    await this.notifier.notifyInPortal(
      {
        kind: 'device_disconnected',
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
