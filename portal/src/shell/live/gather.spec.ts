import { jest } from '@jest/globals';
import { gather } from './gather.js';

describe('changes in crowds', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('hands on the first at once, those after it together, and goes on so', () => {
    const told: string[][] = [];
    const crowd = gather(500, (nouns) => told.push([...nouns]));
    crowd.add('license');
    expect(told).toEqual([['license']]);
    for (let n = 0; n < 1_000; n++) crowd.add(n % 2 ? 'seat' : 'license');
    expect(told).toHaveLength(1);
    jest.advanceTimersByTime(500);
    expect(told.slice(1)).toEqual([['license', 'seat']]);
    crowd.add('device');
    expect(told).toHaveLength(2);
    jest.advanceTimersByTime(500);
    expect(told.slice(2)).toEqual([['device']]);
    jest.advanceTimersByTime(5_000);
    crowd.add('request');
    expect(told.slice(3)).toEqual([['request']]);
  });

  it('hands on nothing after it was stopped', () => {
    const told: string[][] = [];
    const crowd = gather(500, (nouns) => told.push([...nouns]));
    crowd.add('license');
    crowd.add('seat');
    crowd.stop();
    jest.advanceTimersByTime(5_000);
    expect(told).toHaveLength(1);
  });
});
