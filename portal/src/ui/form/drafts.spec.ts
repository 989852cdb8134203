import { jest } from '@jest/globals';
import { forgetDrafts, readDraft, withDraft, writeDraft } from './drafts.js';

class Storage {
  [name: string]: unknown;
  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? (this[name] as string) : null;
  }
  setItem(name: string, value: string): void {
    this[name] = value;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

describe('drafts', () => {
  const place = { owner: 'ada', name: 'request/new' };
  beforeEach(() => Object.assign(globalThis, { localStorage: new Storage() }));
  afterEach(() => Reflect.deleteProperty(globalThis, 'localStorage'));

  it('are kept until they are sent, each person’s apart', () => {
    writeDraft(place, { text: 'Half a sen' });
    expect(readDraft(place)).toEqual({ text: 'Half a sen' });
    expect(readDraft({ ...place, owner: 'bob' })).toBeNull();
    writeDraft(place, undefined);
    expect(readDraft(place)).toBeNull();
  });

  it('go with the person who signs out, and leave those of others', () => {
    const other = { owner: 'bob', name: 'answer/1' };
    writeDraft(place, { text: 'a' });
    writeDraft(other, { text: 'b' });
    forgetDrafts('ada');
    expect([readDraft(place), readDraft(other)]).toEqual([null, { text: 'b' }]);
  });

  it('are forgotten after a week', () => {
    jest.useFakeTimers({ now: 0 });
    writeDraft(place, { text: 'a' });
    jest.setSystemTime(7 * 24 * 3_600_000 - 1);
    expect(readDraft(place)).toEqual({ text: 'a' });
    jest.setSystemTime(7 * 24 * 3_600_000);
    expect(readDraft(place)).toBeNull();
    jest.useRealTimers();
  });

  it('fill only fields that the form still has, of the kind that it has', () => {
    const initial = { text: '', level: 'standard', critical: false };
    expect(withDraft(initial, { text: 'a', gone: 'b', critical: 'yes' })).toEqual({ ...initial, text: 'a' });
    for (const nothing of [null, undefined, 7, 'x']) expect(withDraft(initial, nothing)).toBe(initial);
  });

  it('are none where the browser keeps nothing', () => {
    Reflect.deleteProperty(globalThis, 'localStorage');
    writeDraft(place, { text: 'a' });
    forgetDrafts();
    expect(readDraft(place)).toBeNull();
  });
});
