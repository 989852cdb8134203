import '@tessera/contracts';
import { commonErrors, languages, registry } from '@tessera/contracts';
import { localise, problemTexts } from './texts.js';

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

  it.each(languages)('has a text in %s for every code that a contract declares, and no other', (language) => {
    const codesWithText = new Set(Object.keys(problemTexts[language]).map((key) => key.split('/')[0]));
    expect([...codesWithText].sort()).toEqual(codes);
    expect(Object.keys(problemTexts[language]).sort()).toEqual(Object.keys(problemTexts.en).sort());
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
    expect(localise(document, 'de-AT')).toBe(problemTexts.de.TOO_MANY_REQUESTS);
    expect(localise({ ...document, code: 'NEVER' }, 'fr')).toBe('x');
  });
});
