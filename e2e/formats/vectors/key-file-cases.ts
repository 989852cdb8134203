import type { Case } from './case.js';
import { askedRows } from './key-file-asked.js';
import { formRows, trustRows } from './key-file-form.js';
import { fieldRows, jsonRows } from './key-file-payload.js';
import { pemOf } from './keys.js';

const rows = [...formRows, ...trustRows, ...jsonRows, ...fieldRows, ...askedRows];

export const keyFileCases: Case[] = rows.map(([name, expected, text, asked = {}]) => ({
  name,
  reader: 'key file',
  expected,
  rootPublicKeys: [pemOf('root')],
  productId: 'endpoint-shield',
  now: '2026-11-21T12:00:00.000Z',
  ...asked,
  text,
}));
