import type { DeviceAppView, DeviceView, VersionedDevice } from '@tessera/contracts';
import { remedyOf, severities } from '../status/reasons.js';
import type { DeviceApp } from './device-app.entity.js';
import type { DeviceRow } from './devices.repository.js';

/** @param apps of this device, or of several */
export function toDeviceView(
  { device, online, lastSeenAt }: DeviceRow,
  apps: DeviceApp[],
  language: string,
): DeviceView {
  return {
    id: device.id,
    name: device.name,
    platform: device.platform,
    connected: device.connected,
    online,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    status: device.status,
    // A release that is newer may have stored what this one does not know.
    reasons: device.reasons
      .filter((code) => code in severities)
      .map((code) => ({
        code,
        severity: severities[code],
        remedy: remedyOf(code, language),
      })),
    clockSkewSeconds: device.clockSkewSeconds,
    apps: apps.filter((a) => a.deviceId === device.id).map(toAppView),
  };
}

export const toVersionedDevice = (row: DeviceRow, apps: DeviceApp[], language: string): VersionedDevice => ({
  ...toDeviceView(row, apps, language),
  version: row.device.version,
});

const toAppView = (a: DeviceApp): DeviceAppView => ({
  id: a.id,
  product: a.product,
  version: a.appVersion,
  connected: a.connected,
  installed: a.installed,
  // What a device says of it is no fact; licensing tells nobody yet.
  seatInUse: null,
  components: a.components,
});
