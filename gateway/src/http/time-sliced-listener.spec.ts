import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setImmediate as nextIteration, setTimeout as sleep } from 'node:timers/promises';
import { timeSlicedRequestListener, TimeSlicer } from './time-sliced-listener.js';

const busy = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

describe('the time-sliced request listener', () => {
  let begun: number[];
  let refused: number[];
  let iteration: number;
  /** In which iteration of the event loop each was begun. */
  let iterations: number[];
  let counting: NodeJS.Immediate;
  const numberOf = (request: IncomingMessage) => Number(request.headers.n);
  const make = (work: number) => {
    const handle: RequestListener = (request) => {
      begun.push(numberOf(request));
      iterations.push(iteration);
      busy(work);
    };
    const ask = timeSlicedRequestListener(handle, (request) => void refused.push(numberOf(request)));
    return (n: number, { url = '/api/v1/me', destroyed = false, from = '192.0.2.1' } = {}) =>
      void ask(
        { url, headers: { n: String(n) }, socket: { remoteAddress: from } } as unknown as IncomingMessage & {
          req: never;
        },
        { destroyed } as ServerResponse<IncomingMessage> & { req: IncomingMessage },
      );
  };
  beforeEach(() => {
    begun = [];
    refused = [];
    iterations = [];
    iteration = 0;
    const count = () => {
      iteration++;
      counting = setImmediate(count);
    };
    counting = setImmediate(count);
  });
  afterEach(() => clearImmediate(counting));
  const allBegun = async (n: number) => {
    while (begun.length < n) await nextIteration();
  };
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

  it('begins requests at once while the slice lasts', () => {
    const ask = make(0);
    upTo(3).forEach((n) => ask(n));
    expect(begun).toEqual([0, 1, 2]);
  });

  it('begins requests in their order, a few in an iteration, however many came at once', async () => {
    const ask = make(1);
    upTo(30).forEach((n) => ask(n));
    expect(begun.length).toBeLessThan(10);
    await allBegun(30);
    expect(begun).toEqual(upTo(30));
    // Three of a millisecond each, and the one that is begun when the third has ended a moment early.
    const maxPerIteration = Math.max(
      ...upTo(iteration + 1).map((one) => iterations.filter((i) => i === one).length),
    );
    expect(maxPerIteration).toBeLessThanOrEqual(4);
    expect(refused).toEqual([]);
  });

  it('refuses a request while others are queued for too long, and takes it again after them', async () => {
    const ask = make(4);
    upTo(90).forEach((n) => ask(n));
    await sleep(130);
    ask(90);
    expect(refused).toEqual([90]);
    await allBegun(90);
    ask(91);
    await allBegun(91);
    expect(begun).toEqual([...upTo(90), 91]);
  });

  it('refuses none while few are queued, however long: the process got no processor, not too many requests', async () => {
    const ask = make(8);
    upTo(20).forEach((n) => ask(n));
    busy(150);
    ask(20);
    await allBegun(21);
    expect(begun).toEqual(upTo(21));
    expect(refused).toEqual([]);
  });

  it('begins health checks at once, whatever the load', async () => {
    const ask = make(5);
    upTo(20).forEach((n) => ask(n));
    ask(20, { url: '/healthz' });
    expect(begun.at(-1)).toBe(20);
    await allBegun(21);
  });

  it('neither delays nor refuses other addresses when one sends many', async () => {
    const ask = make(4);
    upTo(90).forEach((n) => ask(n));
    await sleep(130);
    ask(90);
    const before = begun.length;
    ask(91, { from: '192.0.2.2' });
    ask(92, { from: '192.0.2.3' });
    expect(refused).toEqual([90]);
    await allBegun(before + 4);
    expect(begun.slice(before, before + 4)).toEqual(expect.arrayContaining([91, 92]));
    await allBegun(92);
  });

  it('shares its slices with other tasks that take time, such as reading bodies', async () => {
    const slicer = new TimeSlicer();
    const done: string[] = [];
    const work = (name: string, from: string) =>
      slicer.run(
        () => from,
        () => {
          busy(4);
          done.push(name);
        },
      );
    upTo(20).forEach((n) => work(`flood ${n}`, 'a'));
    work('other', 'b');
    while (done.length < 21) await nextIteration();
    expect(done.indexOf('other')).toBeLessThan(4);
    expect(done.filter((name) => name !== 'other')).toEqual(upTo(20).map((n) => `flood ${n}`));
  });

  it('drops queued requests of clients that have disconnected', async () => {
    const ask = make(4);
    ask(0);
    ask(1, { destroyed: true });
    ask(2);
    await allBegun(2);
    expect(begun).toEqual([0, 2]);
  });
});
