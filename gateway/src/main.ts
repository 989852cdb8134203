import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { ConfigurationError, stopOnSignal } from '@tessera/platform';
import { startGateway } from './gateway.js';

// An upload's bytes lie outside of V8's heap, and V8 counts them as that heap's growth: with the narrow limit that it sets
// itself, each six megabytes begin a collection of all of it. Two and a half times what lives, then.
setFlagsFromString('--heap-growing-percent=150');

try {
  const gateway = await startGateway(process.env);
  stopOnSignal(() => gateway.stop());
} catch (error) {
  console.error('gateway cannot start.', error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
