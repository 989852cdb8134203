import { parse } from 'content-disposition';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.js';

/** The name under which a reader of RFC 8187 saves it. */
const savedAs = (header: string) => parse(header).parameters.filename;

describe('Content-Disposition', () => {
  it('keeps an ordinary name', () => {
    expect(contentDisposition('ABCD1234.key')).toBe('attachment; filename=ABCD1234.key');
  });

  it('gives old readers an ASCII name, and new ones the whole name', () => {
    expect(contentDisposition('Größe "5%".txt')).toBe(
      `attachment; filename="Gr__e _5__.txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%225%25%22.txt`,
    );
  });

  it.each([
    ['r', 160],
    ['r', 195],
    ['ü', 98],
    ['😀', 49],
    ['𐐀', 190],
  ])('keeps the extension and the whole of a name of %s, %i times', (character, times) => {
    const name = `${character.repeat(times)}.pdf`;
    expect(savedAs(contentDisposition(name))).toBe(name);
  });

  it('cuts a name that is longer than names are in front of its extension, between characters', () => {
    expect(savedAs(contentDisposition(`${'😀'.repeat(300)}.tar.gz`))).toBe(`${'😀'.repeat(197)}.gz`);
    expect(savedAs(contentDisposition(`no extension ${'😀'.repeat(300)}`))).toMatch(/^no extension 😀+$/u);
  });

  it('is one header with one name for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(
          /^attachment; filename=("[ !#-~]+"|[A-Za-z0-9!#$%&'*+.^_`|~-]+)(; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]*)?$/,
        );
        expect(parse(header).type).toBe('attachment');
      }),
    );
  });
});
