import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { inShortTurns, Turns } from './turns.js';

const busy = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
};

describe('requests in short turns of the event loop', () => {
  let begun: number[];
  let refused: number[];
  let turn: number;
  let turns: number[];
  let counting: NodeJS.Immediate;
  const numberOf = (request: IncomingMessage) => Number(request.headers.n);
  const make = (work: number) => {
    const handle: RequestListener = (request) => {
      begun.push(numberOf(request));
      turns.push(turn);
      busy(work);
    };
    const ask = inShortTurns(handle, (request) => void refused.push(numberOf(request)));
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
    turns = [];
    turn = 0;
    const count = () => {
      turn++;
      counting = setImmediate(count);
    };
    counting = setImmediate(count);
  });
  afterEach(() => clearImmediate(counting));
  const allBegun = async (n: number) => {
    while (begun.length < n) await nextTurn();
  };
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

  it('begin at once where there is time', () => {
    const ask = make(0);
    upTo(3).forEach((n) => ask(n));
    expect(begun).toEqual([0, 1, 2]);
  });

  it('begin in the order in which they came, a few in a turn, however many came at once', async () => {
    const ask = make(1);
    upTo(30).forEach((n) => ask(n));
    expect(begun.length).toBeLessThan(10);
    await allBegun(30);
    expect(begun).toEqual(upTo(30));
    // Three of a millisecond each, and the one that is begun when the third has ended a moment early.
    const most = Math.max(...upTo(turn + 1).map((one) => turns.filter((t) => t === one).length));
    expect(most).toBeLessThanOrEqual(4);
    expect(refused).toEqual([]);
  });

  it('are refused where others have waited too long already, and taken again when those are gone', async () => {
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

  it('are not refused where few wait, however long: a process that got no processor is not one that is asked too much', async () => {
    const ask = make(8);
    upTo(20).forEach((n) => ask(n));
    busy(150);
    ask(20);
    await allBegun(21);
    expect(begun).toEqual(upTo(21));
    expect(refused).toEqual([]);
  });

  it('are begun at once, whatever the load, where they ask whether the process is alive', async () => {
    const ask = make(5);
    upTo(20).forEach((n) => ask(n));
    ask(20, { url: '/healthz' });
    expect(begun.at(-1)).toBe(20);
    await allBegun(21);
  });

  it('of an address that sends many keep no other waiting, and have no other refused', async () => {
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

  it('share their turns with what else takes time, such as bodies that are read', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const work = (name: string, from: string) =>
      turns.run(
        () => from,
        () => {
          busy(4);
          done.push(name);
        },
      );
    upTo(20).forEach((n) => work(`flood ${n}`, 'a'));
    work('other', 'b');
    while (done.length < 21) await nextTurn();
    expect(done.indexOf('other')).toBeLessThan(4);
    expect(done.filter((name) => name !== 'other')).toEqual(upTo(20).map((n) => `flood ${n}`));
  });

  it('are left out when who asked has gone', async () => {
    const ask = make(4);
    ask(0);
    ask(1, { destroyed: true });
    ask(2);
    await allBegun(2);
    expect(begun).toEqual([0, 2]);
  });
});
