import { readRootKeys } from '@tessera/license/format';
import { ConfigurationError } from '@tessera/platform';
import { readConfig } from './config.js';
import { makeProductKey, makeRootKey } from './signing/index.js';

const root = makeRootKey();
const terms = { productIds: '*' as const, notBefore: new Date(0), notAfter: new Date('2099-01-01') };
const key = makeProductKey(root, terms);

const environment = {
  DATABASE_URL: 'postgres://localhost/licensing',
  DATA_KEY: `k1:${Buffer.alloc(32).toString('base64')}`,
  SIGNING_KEY: key.privateKeyPem,
  SIGNING_CERTIFICATE: key.certificateText,
  ROOT_PUBLIC_KEY: root.publicKeyPem,
  CODE_LOOKUP_KEY: Buffer.alloc(32).toString('base64'),
};

const faultsOf = (changes: Record<string, string>): readonly string[] => {
  try {
    readConfig({ ...environment, ...changes });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
};

describe('the configuration of licensing', () => {
  it('takes keys with line breaks or with \\n, and several root keys', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ SIGNING_KEY: key.privateKeyPem.replaceAll('\n', '\\n') })).toEqual([]);
    const both = `${makeRootKey().publicKeyPem}${root.publicKeyPem}`;
    expect(readRootKeys(readConfig({ ...environment, ROOT_PUBLIC_KEY: both }).rootPublicKeys)).toHaveLength(
      2,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a root key that did not sign',
      { ROOT_PUBLIC_KEY: makeRootKey().publicKeyPem },
      /not signed by this root key/,
    ],
    ['another private key', { SIGNING_KEY: makeProductKey(root, terms).privateKeyPem }, /does not belong/],
    [
      'a short look-up key',
      { CODE_LOOKUP_KEY: 'c2hvcnQ=' },
      /CODE_LOOKUP_KEY must be base64 of at least 32 bytes/,
    ],
  ])('refuses to start with %s', (_, changes, fault) => expect(faultsOf(changes).join()).toMatch(fault));

  it('never repeats a key', () => {
    expect(faultsOf({ SIGNING_KEY: 'my-secret' }).join()).not.toContain('my-secret');
  });
});
