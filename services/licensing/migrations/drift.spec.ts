import { schemaDifferences } from '@tessera/platform/testing';
import { service } from '../src/service.js';

/** Empties as the tables get their entities. */
const withoutEntity = {
  product_version: 'not yet mapped',
  product_application: 'not yet mapped',
  product_cover: 'not yet mapped',
  removed_license: 'not yet mapped',
  key_file: 'not yet mapped',
  key_file_order: 'not yet mapped',
  code_failure: 'not yet mapped',
  audit_entry: 'not yet mapped',
};

it('has a schema that its entities describe, every table of it', async () => {
  expect(await schemaDifferences(service as never, withoutEntity)).toEqual([]);
});
