export { eventually } from './eventually.js';
export { testServers } from './test-infrastructure.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { TestIdentity } from './test-actors.js';
export { codeOf, TestService, type TestServiceOptions } from './test-service.js';
export { schemaDifferences } from './schema-differences.js';
