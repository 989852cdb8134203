import { AdaptiveConcurrencyLimiter } from './adaptive-concurrency-limiter.js';

describe('the adaptive concurrency limit of a service', () => {
  let time = 0;
  let releases: ((latencyMs?: number) => void)[];
  beforeEach(() => void (releases = []));
  const make = (maxLimit = 256, targetMs = 100) =>
    new AdaptiveConcurrencyLimiter({ maxLimit, targetMs, now: () => time });
  /** As many requests. @returns the state of each */
  function ask(limiter: AdaptiveConcurrencyLimiter, times: number): ('queued' | 'admitted' | 'refused')[] {
    const states: ('queued' | 'admitted' | 'refused')[] = [];
    for (let n = 0; n < times; n++) {
      states[n] = 'queued';
      limiter.acquire(
        (release) => {
          states[n] = 'admitted';
          releases.push(release);
        },
        () => (states[n] = 'refused'),
      );
    }
    return states;
  }
  const count = (states: string[], state: string) => states.filter((s) => s === state).length;
  /** Answers those in flight, or the first of them, after this time. */
  function answer(latencyMs: number, times = releases.length): void {
    time += latencyMs;
    for (const release of releases.splice(0, times)) release(latencyMs);
  }

  it('admits as many as its limit, queues as many, and refuses the rest at once', () => {
    const states = ask(make(10), 25);
    expect([count(states, 'admitted'), count(states, 'queued'), count(states, 'refused')]).toEqual([
      10, 10, 5,
    ]);
  });

  it('gives a free slot to the request that was queued first', () => {
    const limiter = make(2);
    const states = ask(limiter, 4);
    answer(1, 1);
    expect(states).toEqual(['admitted', 'admitted', 'admitted', 'queued']);
    expect([limiter.inFlight, limiter.queueLength]).toEqual([2, 1]);
  });

  it('queues more, and for longer, where its options say so', async () => {
    const limiter = new AdaptiveConcurrencyLimiter({
      maxLimit: 4,
      targetMs: 100,
      maxQueue: 50,
      queueTimeoutMs: 900,
    });
    const states = ask(limiter, 60);
    expect([count(states, 'admitted'), count(states, 'queued'), count(states, 'refused')]).toEqual([
      4, 50, 6,
    ]);
    await new Promise((done) => setTimeout(done, 600));
    expect(count(states, 'queued')).toBe(50);
    while (releases.length > 0) answer(1);
    expect(count(states, 'admitted')).toBe(54);
    expect(limiter.retryAfter).toBe(1);
  });

  it('refuses a request that was queued for too long', async () => {
    const limiter = make(1);
    const states = ask(limiter, 2);
    await new Promise((done) => setTimeout(done, 550));
    expect(states).toEqual(['admitted', 'refused']);
    expect([limiter.inFlight, limiter.queueLength, limiter.isFull()]).toEqual([1, 0, false]);
  });

  it('raises its limit while all of it is used and answers are quick, up to the maximum', () => {
    const limiter = make(80);
    for (let n = 0; n < 2_000; n++) {
      ask(limiter, limiter.limit - limiter.inFlight);
      answer(1, 8);
    }
    expect(limiter.limit).toBe(80);
  });

  it('does not raise a limit that is not used', () => {
    const limiter = make();
    for (let n = 0; n < 1_000; n++) {
      ask(limiter, 5);
      answer(1);
    }
    expect(limiter.limit).toBe(64);
  });

  it('lowers its limit when answers take too long, once per round, and never below the minimum', () => {
    const limiter = make();
    ask(limiter, 64);
    answer(2_000);
    expect(limiter.limit).toBe(51);
    for (let n = 0; n < 20; n++) {
      ask(limiter, limiter.limit);
      answer(2_000);
    }
    expect(limiter.limit).toBe(12);
  });

  it('is not lowered by half of the answers, nor by requests that were not answered', () => {
    const limiter = make();
    for (let n = 0; n < 200; n++) {
      ask(limiter, 10);
      answer(10, 5);
      answer(3_000, 5);
      ask(limiter, 10);
      for (const release of releases.splice(0)) release();
    }
    expect(limiter.limit).toBe(64);
  });

  it('counts slow requests against the maximum alone, not against the limit', async () => {
    const limiter = make(4, 10);
    expect(count(ask(limiter, 3), 'admitted')).toBe(3);
    limiter['exactLimit'] = 3;
    const later = ask(limiter, 2);
    expect(later).toEqual(['queued', 'queued']);
    await new Promise((done) => setTimeout(done, 60));
    expect(later).toEqual(['admitted', 'queued']);
    answer(60, 3);
    expect([later, limiter.inFlight]).toEqual([['admitted', 'admitted'], 2]);
  });

  it('is not lowered by a single slow answer', () => {
    const limiter = make();
    ask(limiter, 20);
    answer(10, 19);
    answer(900, 1);
    expect(limiter.limit).toBe(64);
  });

  describe('under a flood from few addresses', () => {
    /** One request of each of these addresses. */
    function askFor(limiter: AdaptiveConcurrencyLimiter, ...addresses: string[]) {
      const states = addresses.map((address) => ({
        address,
        state: 'queued',
        release: null as ((latencyMs?: number) => void) | null,
      }));
      for (const one of states)
        limiter.acquire(
          (release) => Object.assign(one, { state: 'admitted', release }),
          () => (one.state = 'refused'),
          one.address,
        );
      return states;
    }
    const flood = (address: string, times: number) => Array<string>(times).fill(address);

    it('gives the next slot to the address with the fewest requests in flight', () => {
      const limiter = make(4);
      const attack = askFor(limiter, ...flood('a', 8));
      const [other] = askFor(limiter, 'b');
      expect(other!.state).toBe('queued');
      attack[0]!.release!(1);
      expect(other!.state).toBe('admitted');
    });

    it('drops a queued request of the address with the most to queue one of an address with fewer', () => {
      const limiter = make(4);
      const attack = askFor(limiter, ...flood('a', 6), ...flood('b', 3));
      expect(attack.filter(({ state }) => state === 'refused')).toHaveLength(1);
      expect(limiter.isFull('a')).toBe(true);
      expect(limiter.isFull('c')).toBe(false);
      const [other] = askFor(limiter, 'c');
      expect(other!.state).toBe('queued');
      expect(limiter.queueLength).toBe(4);
    });

    it.each([1, 3])('keeps slots for others though %i addresses take all they get', (count) => {
      const limiter = new AdaptiveConcurrencyLimiter({
        maxLimit: 12,
        targetMs: 100,
        reservedShare: 1 / 3,
        now: () => time,
      });
      for (let n = 0; n < count; n++) askFor(limiter, ...flood(`attacker ${n}`, 50));
      expect(limiter.inFlight).toBe(7 + count);
      expect(askFor(limiter, 'other', 'another').map(({ state }) => state)).toEqual(['admitted', 'admitted']);
    });

    it('gives one address all of the limit but the reserved share while no other asks', () => {
      const limiter = new AdaptiveConcurrencyLimiter({
        maxLimit: 12,
        targetMs: 100,
        reservedShare: 1 / 3,
        now: () => time,
      });
      const office = askFor(limiter, ...flood('office', 30));
      let served = 0;
      for (let at = 0; at < office.length; at++) {
        const next = office.find(({ release }) => release);
        if (!next) break;
        next.release!(1);
        next.release = null;
        served++;
      }
      // Twelve are queued and eight in flight; the rest was refused at once.
      expect(served).toBe(20);
    });
  });
});
