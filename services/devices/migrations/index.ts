/** Made by `npm run generate`; do not edit. */
import { Devices1795200000000 } from './1795200000000-devices.js';
import { DeviceSearch1796000000000 } from './1796000000000-device-search.js';
import { AttemptWindowTable1796100000000 } from './1796100000000-attempt-window-table.js';
import { DeviceFacts1796110000000 } from './1796110000000-device-facts.js';
import { DeviceSearchKey1796120000000 } from './1796120000000-device-search-key.js';

export const migrations = [
  Devices1795200000000,
  DeviceSearch1796000000000,
  AttemptWindowTable1796100000000,
  DeviceFacts1796110000000,
  DeviceSearchKey1796120000000,
];
