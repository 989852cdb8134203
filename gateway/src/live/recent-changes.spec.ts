import { RecentChanges } from './recent-changes.js';

describe('recent changes', () => {
  const made = (start = 1_000_000) => {
    const clock = { now: start };
    return { clock, recent: new RecentChanges<number>(() => clock.now) };
  };

  it('gives those of the time asked for, oldest first', () => {
    const { clock, recent } = made();
    for (let n = 0; n < 5; n++) {
      clock.now += 1_000;
      recent.add(n);
    }
    expect(recent.last(2_000)).toEqual([2, 3, 4]);
    expect(recent.last(0)).toEqual([4]);
  });

  it('says that it cannot know what passed before it began, or during a gap', () => {
    const { clock, recent } = made();
    clock.now += 5_000;
    expect(recent.last(6_000)).toBeNull();
    expect(recent.last(5_000)).toEqual([]);
    recent.gap();
    clock.now += 1_000;
    expect(recent.last(1_001)).toBeNull();
    expect(recent.last(1_000)).toEqual([]);
  });

  it('keeps a minute and 20,000 at most, and says when that is not enough', () => {
    const { clock, recent } = made();
    recent.add(-1);
    clock.now += 60_001;
    recent.add(0);
    expect(recent.last(60_000)).toEqual([0]);
    for (let n = 1; n <= 45_000; n++) {
      clock.now += 1;
      recent.add(n);
    }
    expect(recent.last(30_000)).toBeNull();
    expect(recent.last(10_000)).toHaveLength(10_001);
  });
});
