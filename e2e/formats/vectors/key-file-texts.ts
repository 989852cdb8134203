import { exampleKeyFile } from '../example.js';
import type { Case } from './case.js';
import { chain, type Payload } from './keys.js';

export type Row = [
  name: string,
  expected: string,
  text: string,
  asked?: Partial<Omit<Case, 'name' | 'reader' | 'expected' | 'text'>>,
];

export const OK = 'ok';
export const MALFORMED = 'KEY_FILE_MALFORMED';

export const file = (payload: Payload, more: Parameters<typeof chain>[2] = {}) =>
  chain('KEY FILE', payload, more);
export const content = (changes: object = {}) => file({ ...exampleKeyFile, ...changes });
export const good = content();
