import '@tessera/contracts';
import { commonErrors, registry } from '@tessera/contracts';
import { localise, problemTexts } from './problem-texts.js';

describe('the texts of problems', () => {
  const declared = [...registry.values()].flatMap((c) => (c.kind === 'request' ? Object.keys(c.errors) : []));
  const atTheEdge = [
    'METHOD_NOT_ALLOWED',
    'REQUEST_TIMEOUT',
    'URI_TOO_LONG',
    'CONTENT_TYPE_UNSUPPORTED',
    'HEADERS_TOO_LARGE',
  ];
  const codes = [...new Set([...Object.keys(commonErrors), ...declared, ...atTheEdge])].sort();

  // Every language has the same keys, or nothing would have been loaded.
  it('has a text for every code that a contract declares, and no other', () => {
    const codesWithText = new Set(problemTexts.namesIn('problems').map((name) => name.split('/')[0]));
    expect([...codesWithText].sort()).toEqual(codes);
  });

  it('fills in the figures of a problem', () => {
    const document = {
      code: 'TOO_MANY_REQUESTS',
      detail: 'x',
      type: '',
      title: '',
      status: 429,
      retryable: true,
      traceId: '',
    };
    expect(localise(document, 'de-AT')).toBe(problemTexts.say('problems.TOO_MANY_REQUESTS', 'de'));
    expect(localise({ ...document, code: 'NEVER' }, 'fr')).toBe('x');
  });
});
