import { schemaDifferences } from '@tessera/platform/testing';
import { service } from '../src/service.js';

it('has a schema that its entities describe, every table of it', async () => {
  expect(await schemaDifferences(service)).toEqual([]);
});
