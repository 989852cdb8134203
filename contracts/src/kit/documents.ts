export { asyncApi } from './documents/async-api.js';
export { compareContracts, type ContractChange } from './documents/compare.js';
export type { DocumentedRoute } from './documents/documented-route.js';
export { openApi } from './documents/open-api.js';
export { recordContracts, type ContractRecord, type ContractRecords } from './documents/record.js';
