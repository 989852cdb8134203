import { keysOf, matchKeys } from './match-keys.js';

const press = (key: string, more: object = {}) =>
  keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('shortcuts', () => {
  const all = [{ keys: '?' }, { keys: 'n' }, { keys: 'l' }, { keys: 'g l' }];

  it.each([
    ['one key', ['n'], 'n'],
    ['two keys in a row', ['g', 'l'], 'g l'],
    ['the last of others', ['x', 'n'], 'n'],
    ['a key that is also the second of two', ['l'], 'l'],
  ])('know %s', (_what, typed, expected) => {
    expect(matchKeys(all, typed)?.keys).toBe(expected);
  });

  it('take the second of two for nothing else', () => {
    expect(matchKeys(all, ['g', 'n'])).toBeUndefined();
  });

  it('leave the browser its own keys', () => {
    expect(press('l')).toBe('l');
    expect(press('L')).toBe('l');
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) expect(press('l', { [held]: true })).toBeNull();
    for (const key of ['Enter', 'Escape', ' ', 'Tab']) expect(press(key)).toBeNull();
  });
});
