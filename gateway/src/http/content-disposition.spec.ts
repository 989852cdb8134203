import fc from 'fast-check';
import { contentDisposition } from './content-disposition.js';

describe('Content-Disposition', () => {
  it('keeps an ordinary name', () => {
    expect(contentDisposition('ABCD1234.key')).toBe(
      `attachment; filename="ABCD1234.key"; filename*=UTF-8''ABCD1234.key`,
    );
  });

  it('gives old readers an ASCII name, and new ones the whole name', () => {
    expect(contentDisposition('Größe "5%".txt')).toBe(
      `attachment; filename="Gr__e _5__.txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%225%25%22.txt`,
    );
  });

  it('is one header with one quoted string, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]*$/,
        );
        expect(header.split('"')).toHaveLength(3);
      }),
    );
  });
});
