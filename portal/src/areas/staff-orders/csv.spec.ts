import { toCsv } from './csv.js';

describe('a CSV file', () => {
  it('quotes every cell, and doubles quotes within', () => {
    expect(
      toCsv([
        ['a', 'b "c", d'],
        ['1', 'line\nbreak'],
      ]),
    ).toBe('\uFEFF"a","b ""c"", d"\r\n"1","line\nbreak"\r\n');
  });

  it.each(['=1+1', '+49', '-1', '@cmd', '\t=x', ' =x', '\r1'])('makes no formula of %j', (value) => {
    expect(toCsv([[value]])).toBe(`\uFEFF"'${value}"\r\n`);
  });
});
