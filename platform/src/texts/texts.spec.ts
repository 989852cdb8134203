import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fill, placeholdersOf } from './fill.js';
import { Texts } from './texts.js';
import type { TextTree } from './text-file.js';

describe('texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function load(en: TextTree, de: TextTree): Texts {
    writeFileSync(join(folder, 'en.json'), JSON.stringify(en));
    writeFileSync(join(folder, 'de.json'), JSON.stringify(de));
    return Texts.load(pathToFileURL(`${folder}/`));
  }

  it('are said in the language of the reader, or in the first', () => {
    const texts = load({ a: { b: 'yes, {name}' } }, { a: { b: 'ja, {name}' } });
    expect(['de-AT', 'fr', ''].map((tag) => texts.say('a.b', tag, { name: 'Ada' }))).toEqual([
      'ja, Ada',
      'yes, Ada',
      'yes, Ada',
    ]);
    expect(texts.keys).toEqual(['a.b']);
    expect(texts.namesIn('a')).toEqual(['b']);
  });

  it('have a blank line between the paragraphs of a list', () => {
    expect(load({ a: ['one', 'two\nlines'] }, { a: ['x', 'y'] }).say('a', 'en')).toBe('one\n\ntwo\nlines');
  });

  it('have the plural form that the number takes in the language', () => {
    const texts = load(
      { seconds_one: '{count} second', seconds_other: '{count} seconds' },
      { seconds_one: 'eine Sekunde', seconds_other: '{count} Sekunden' },
    );
    expect([0, 1, 2].map((count) => texts.say('seconds', 'en', { count }))).toEqual([
      '0 seconds',
      '1 second',
      '2 seconds',
    ]);
    expect(texts.say('seconds', 'de', { count: 1 })).toBe('eine Sekunde');
  });

  it('leave braces in values alone', () => {
    expect(load({ a: '{x}{y}' }, { a: '{y}{x}' }).say('a', 'en', { x: '{y}', y: '$&' })).toBe('{y}$&');
  });

  it('find nothing for a key that is made of data and has no text', () => {
    const texts = load({ 'CODE/WHY': 'a' }, { 'CODE/WHY': 'b' });
    expect(['CODE/WHY', 'CODE', 'constructor'].map((key) => texts.find(key, 'de'))).toEqual([
      'b',
      undefined,
      undefined,
    ]);
  });

  it('are not said without a value for each placeholder', () => {
    const texts = load({ a: '{toString}' }, { a: '{toString}' });
    expect(() => texts.say('a', 'en')).toThrow('nothing stands for {toString}');
    expect(() => texts.say('b', 'en')).toThrow('there is no text b');
  });

  it.each<[string, TextTree, TextTree, string]>([
    ['lacks a key', { a: 'x', b: { c: 'y' } }, { a: 'x' }, 'de: b.c is missing'],
    ['has a key that the first does not', { a: 'x' }, { a: 'x', b: 'y' }, 'de: b is not known'],
    ['has another placeholder', { a: '{x}' }, { a: '{y}' }, 'de: a has the placeholders [y] instead of [x]'],
    ['has an empty text', { a: 'x' }, { a: [' '] }, 'de: a is empty'],
    ['has braces around no name', { a: 'x' }, { a: 'x {{y}' }, 'de: a has braces around what is no name'],
    [
      'lacks a plural form',
      { a_one: 'x', a_other: 'y' },
      { a_other: 'z' },
      'de: a has the plural forms other instead of one, other',
    ],
  ])('do not load when one language %s', (_what, en, de, fault) => {
    expect(() => load(en, de)).toThrow(fault);
  });

  it('do not load when the file of a language is missing', () => {
    load({ a: 'x' }, { a: 'y' });
    rmSync(join(folder, 'de.json'));
    expect(() => Texts.load(pathToFileURL(`${folder}/`))).toThrow('ENOENT');
  });
});

it('names each placeholder once', () => {
  expect(placeholdersOf('{b} {a} {b} { c }')).toEqual(['a', 'b']);
  expect(fill('{a}-{b}', (name) => `${name}{a}`)).toBe('a{a}-b{a}');
});
