import { Lane } from './lane.js';

describe('the way to a service', () => {
  let time = 0;
  let places: ((took?: number) => void)[];
  beforeEach(() => void (places = []));
  const make = (most = 256, target = 100) => new Lane({ most, target, now: () => time });
  /** Asks so often. @returns what became of each */
  function ask(lane: Lane, times: number): ('waits' | 'admitted' | 'refused')[] {
    const became: ('waits' | 'admitted' | 'refused')[] = [];
    for (let n = 0; n < times; n++) {
      became[n] = 'waits';
      lane.enter(
        (place) => {
          became[n] = 'admitted';
          places.push(place);
        },
        () => (became[n] = 'refused'),
      );
    }
    return became;
  }
  const count = (became: string[], what: string) => became.filter((b) => b === what).length;
  /** Those in work, or the first of them, are answered after such a time. */
  function answer(took: number, times = places.length): void {
    time += took;
    for (const place of places.splice(0, times)) place(took);
  }

  it('takes as many as it is wide, lets as many wait, and refuses the rest at once', () => {
    const became = ask(make(10), 25);
    expect([count(became, 'admitted'), count(became, 'waits'), count(became, 'refused')]).toEqual([
      10, 10, 5,
    ]);
  });

  it('gives a place that is free to who has waited longest', () => {
    const lane = make(2);
    const became = ask(lane, 4);
    answer(1, 1);
    expect(became).toEqual(['admitted', 'admitted', 'admitted', 'waits']);
    expect([lane.inWork, lane.waiting]).toEqual([2, 1]);
  });

  it('lets more wait, and longer, where it is told to', async () => {
    const lane = new Lane({ most: 4, target: 100, queue: 50, patience: 900 });
    const became = ask(lane, 60);
    expect([count(became, 'admitted'), count(became, 'waits'), count(became, 'refused')]).toEqual([4, 50, 6]);
    await new Promise((done) => setTimeout(done, 600));
    expect(count(became, 'waits')).toBe(50);
    while (places.length > 0) answer(1);
    expect(count(became, 'admitted')).toBe(54);
    expect(lane.retryAfter).toBe(1);
  });

  it('lets nobody wait for long', async () => {
    const lane = make(1);
    const became = ask(lane, 2);
    await new Promise((done) => setTimeout(done, 550));
    expect(became).toEqual(['admitted', 'refused']);
    expect([lane.inWork, lane.waiting, lane.isFull()]).toEqual([1, 0, false]);
  });

  it('gets wider while all of it is used and answers are quick, up to what was told', () => {
    const lane = make(80);
    for (let n = 0; n < 2_000; n++) {
      ask(lane, lane.width - lane.inWork);
      answer(1, 8);
    }
    expect(lane.width).toBe(80);
  });

  it('gets no wider for those who do not use it', () => {
    const lane = make();
    for (let n = 0; n < 1_000; n++) {
      ask(lane, 5);
      answer(1);
    }
    expect(lane.width).toBe(64);
  });

  it('gets narrower when answers take too long, once per round, and never closes', () => {
    const lane = make();
    ask(lane, 64);
    answer(2_000);
    expect(lane.width).toBe(51);
    for (let n = 0; n < 20; n++) {
      ask(lane, lane.width);
      answer(2_000);
    }
    expect(lane.width).toBe(12);
  });

  it('is not made narrower by half of the answers, nor by those that nobody gave', () => {
    const lane = make();
    for (let n = 0; n < 200; n++) {
      ask(lane, 10);
      answer(10, 5);
      answer(3_000, 5);
      ask(lane, 10);
      for (const place of places.splice(0)) place();
    }
    expect(lane.width).toBe(64);
  });

  it('counts nobody who is in work for too long, but for the most that may be', async () => {
    const lane = make(4, 10);
    expect(count(ask(lane, 3), 'admitted')).toBe(3);
    lane['wide'] = 3;
    const later = ask(lane, 2);
    expect(later).toEqual(['waits', 'waits']);
    await new Promise((done) => setTimeout(done, 60));
    expect(later).toEqual(['admitted', 'waits']);
    answer(60, 3);
    expect([later, lane.inWork]).toEqual([['admitted', 'admitted'], 2]);
  });

  it('is not made narrower by a single slow answer', () => {
    const lane = make();
    ask(lane, 20);
    answer(10, 19);
    answer(900, 1);
    expect(lane.width).toBe(64);
  });

  describe('with many who send a flood', () => {
    /** Asks once for each of these. */
    function askFor(lane: Lane, ...whos: string[]) {
      const became = whos.map((who) => ({
        who,
        is: 'waits',
        place: null as ((took?: number) => void) | null,
      }));
      for (const one of became)
        lane.enter(
          (place) => Object.assign(one, { is: 'admitted', place }),
          () => (one.is = 'refused'),
          one.who,
        );
      return became;
    }
    const flood = (who: string, times: number) => Array<string>(times).fill(who);

    it('lets the next place go to whoever has the fewest in work', () => {
      const lane = make(4);
      const attack = askFor(lane, ...flood('a', 8));
      const [other] = askFor(lane, 'b');
      expect(other!.is).toBe('waits');
      attack[0]!.place!(1);
      expect(other!.is).toBe('admitted');
    });

    it('makes room for one who waits less than whoever waits most often', () => {
      const lane = make(4);
      const attack = askFor(lane, ...flood('a', 6), ...flood('b', 3));
      expect(attack.map(({ is }) => is).filter((is) => is === 'refused')).toHaveLength(1);
      expect(lane.isFull('a')).toBe(true);
      expect(lane.isFull('c')).toBe(false);
      const [other] = askFor(lane, 'c');
      expect(other!.is).toBe('waits');
      expect(lane.waiting).toBe(4);
    });

    it.each([1, 3])('keeps places for others though %i addresses take all they get', (count) => {
      const lane = new Lane({ most: 12, target: 100, reserve: 1 / 3, now: () => time });
      for (let n = 0; n < count; n++) askFor(lane, ...flood(`attacker ${n}`, 50));
      expect(lane.inWork).toBe(7 + count);
      expect(askFor(lane, 'somebody', 'somebody else').map(({ is }) => is)).toEqual(['admitted', 'admitted']);
    });

    it('gives all of it to one office while nobody else comes, but what is kept', () => {
      const lane = new Lane({ most: 12, target: 100, reserve: 1 / 3, now: () => time });
      const office = askFor(lane, ...flood('office', 30));
      let served = 0;
      for (let at = 0; at < office.length; at++) {
        const next = office.find(({ place }) => place);
        if (!next) break;
        next.place!(1);
        next.place = null;
        served++;
      }
      // Twelve wait and eight are in work; the rest was refused at once.
      expect(served).toBe(20);
    });
  });
});
