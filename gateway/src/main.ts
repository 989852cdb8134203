import 'reflect-metadata';
import { ConfigurationError, stopOnSignal } from '@tessera/platform';
import { startGateway } from './gateway.js';

try {
  const gateway = await startGateway(process.env);
  stopOnSignal(() => gateway.stop());
} catch (error) {
  console.error('gateway cannot start.', error instanceof ConfigurationError ? error.message : error);
  process.exit(1);
}
