/** The list of codes in the license SDK's README, held against where the codes come from. */
import { readFileSync } from 'node:fs';
import { checkActivation, createActivation, endActivation } from '@tessera/contracts';
import { certificateCases } from './vectors/certificate-cases.js';
import { keyFileCases } from './vectors/key-file-cases.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const listed = new Set(
  [...read('sdk/license/README.md').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code!),
  ),
);

/** Of any request at all, and worth a word here. */
const OF_EVERY_REQUEST = ['VALIDATION_FAILED', 'UNAUTHENTICATED', 'IDEMPOTENCY_KEY_REUSED'];

const given = new Set([
  ...[createActivation, checkActivation, endActivation].flatMap(({ errors }) => Object.keys(errors)),
  ...[...keyFileCases, ...certificateCases].map(({ expected }) => expected).filter((code) => code !== 'ok'),
  ...between(read('sdk/license/src/errors.ts'), 'const UNREACHABLE = {', '}', /^ {2}([A-Z_]+):/gm),
  ...Object.keys((JSON.parse(read('services/licensing/src/texts/en.json')) as { remedies: object }).remedies),
  ...between(read('sdk/license/src/client.ts'), '', '', /CertificateRefused\('([A-Z_]+)'/g),
]);

describe('the README of the license SDK', () => {
  it('lists every code that an application may meet', () => {
    expect([...given].filter((code) => !listed.has(code))).toEqual([]);
    expect(given.size).toBeGreaterThan(35);
  });

  it('lists no other one', () => {
    const known = new Set([...given, ...OF_EVERY_REQUEST]);
    expect([...listed].filter((code) => !known.has(code))).toEqual([]);
  });
});

function between(source: string, start: string, end: string, pattern: RegExp): string[] {
  const from = source.indexOf(start);
  const part = source.slice(from, end ? source.indexOf(end, from) : undefined);
  const found = [...part.matchAll(pattern)].map(([, code]) => code!);
  if (found.length === 0) throw new Error(`There are no codes after ${start}.`);
  return found;
}
