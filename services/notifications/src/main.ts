import { runService } from '@tessera/platform';
import { service } from './service.js';

await runService(service);
