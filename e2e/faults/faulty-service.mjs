/**
 * A service with a fault in it, for fault tests; started in the service's folder, from its compiled code. Products know no such
 * variables.
 *   FAULT_CRASH_AT='before publish' | 'before mark'   its outbox relay ends the process there
 *   FAULT_REDELIVERY_MS=30                            every wait before an event's next delivery
 */
import { basename, join } from 'node:path';
import { startService, stopOnSignal } from '@tessera/platform';
import { compiledOf, root } from '../../tools/start/settings.mjs';

const { FAULT_CRASH_AT: crashAt, FAULT_REDELIVERY_MS: delay } = process.env;
const { service } = await import(join(root, compiledOf(basename(process.cwd())), 'service.js'));
const running = await startService(service, process.env, {
  faults: {
    ...(crashAt
      ? { atRelayStep: (/** @type {string} */ step) => step === crashAt && process.exit(137) }
      : {}),
    ...(delay ? { redeliveryDelaysMs: [Number(delay)] } : {}),
  },
});
stopOnSignal(() => running.stop());
