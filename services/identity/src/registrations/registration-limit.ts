import type { FailureLimit } from '@tessera/platform';
import type { Config } from '../config.js';

/** By client address; one that is activated later counts no more. */
export const registrationLimit = (config: Config): FailureLimit => ({
  seconds: 3_600,
  failures: config.REGISTRATIONS_PER_ADDRESS_HOUR,
});
