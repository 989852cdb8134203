/** docs/key-file-vectors.json: what a reader in any language is asked, and must answer; the SDK answers so. */
import { readFileSync, writeFileSync } from 'node:fs';
import { verifyAnswer, verifyCertificate, verifyKeyFile } from '../../sdk/license/src/index.js';
import type { Case } from './vectors/case.js';
import { certificateCases } from './vectors/certificate-cases.js';
import { keyFileCases } from './vectors/key-file-cases.js';

const file = new URL('../../docs/key-file-vectors.json', import.meta.url);
const made = [...keyFileCases, ...certificateCases];

/** After a change of the cases: WRITE_VECTORS=1 makes the file again. */
if (process.env.WRITE_VECTORS) {
  const lines = made.map((one) => JSON.stringify(one).replace(/[\u007f-\uffff]/g, escaped));
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}
const published = JSON.parse(readFileSync(file, 'utf8')) as Case[];

describe('docs/key-file-vectors.json', () => {
  it('holds the cases as they are made here', () => expect(published).toEqual(made));

  it('tells them apart', () => {
    const names = published.map(({ reader, name }) => `${reader}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    // Every code that a reader without a network can give, and ok.
    expect(new Set(published.map(({ expected }) => expected)).size).toBe(20);
  });

  it.each(published.map((one): [string, string, Case] => [one.reader, one.name, one]))(
    '[EDG-003] %s: %s',
    (_, __, one) => expect(verdict(one)).toBe(one.expected),
  );
});

function verdict({ reader, text, rootPublicKeys, now, productId, ...asked }: Case): string {
  const common = { rootPublicKey: rootPublicKeys, productId, ...(now ? { now: new Date(now) } : {}) };
  const { version, fingerprint = '', nonce } = asked;
  if (reader === 'key file') {
    const result = verifyKeyFile(text, { ...common, ...(version ? { version } : {}) });
    return result.ok ? 'ok' : result.code;
  }
  const options = { ...common, fingerprint, ...(nonce ? { nonce } : {}) };
  const result =
    reader === 'answer'
      ? verifyAnswer(text, { ...options, nonce: nonce! })
      : verifyCertificate(text, options);
  return result.ok ? 'ok' : result.code;
}

/** So that the file is ASCII. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
