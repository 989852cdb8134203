import { Devices1795200000000 } from './1795200000000-devices.js';

export const migrations = [Devices1795200000000];
