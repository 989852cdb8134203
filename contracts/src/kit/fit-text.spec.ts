import { fitText } from './fit-text.js';

it.each([
  ['what fits', 'Anna', 4, 'Anna'],
  ['more units than code points', '😀😀', 2, '😀😀'],
  ['whole characters of two units', '𠮷'.repeat(5), 3, '𠮷𠮷𠮷'],
  ['no letter without its marks', 'xe\u0301', 2, 'x'],
  ['no family without its members', 'x👨‍👩‍👧', 4, 'x'],
  ['no flag of half a country', 'x🇩🇪', 2, 'x'],
  ['no blank at the end', 'Anna Berg', 5, 'Anna'],
  ['what is one character, inside of it', 'e\u0301\u0301\u0301', 2, 'e\u0301'],
])('keeps %s', (_what, text, max, fitted) => expect(fitText(text, max)).toBe(fitted));
