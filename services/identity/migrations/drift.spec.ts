import { schemaDifferences } from '@tessera/platform/testing';
import { service } from '../src/service.js';

/** Empties as the tables get their entities. */
const withoutEntity = {
  license_claim: 'not yet mapped',
  registration: 'not yet mapped',
  password_history: 'not yet mapped',
  link: 'not yet mapped',
  link_token: 'not yet mapped',
  session: 'not yet mapped',
  access_token: 'not yet mapped',
  refresh_token: 'not yet mapped',
  known_device: 'not yet mapped',
  signing_key: 'not yet mapped',
  sign_in_failure: 'not yet mapped',
};

it('has a schema that its entities describe, every table of it', async () => {
  expect(await schemaDifferences(service as never, withoutEntity)).toEqual([]);
});
