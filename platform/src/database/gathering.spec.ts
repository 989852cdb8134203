import { eventually } from '../testing/index.js';
import { Gathering, type Outcomes } from './gathering.js';

interface Asked {
  name: string;
  lane?: number;
}

describe('what is asked at the same time', () => {
  let batches: string[][];
  let finish: (() => void)[];
  const reply = ({ name }: Asked): PromiseSettledResult<string> =>
    name.startsWith('bad')
      ? { status: 'rejected', reason: new Error(name) }
      : { status: 'fulfilled', value: `did ${name}` };
  const make = (work?: (batch: Asked[]) => Promise<Outcomes<string>>) =>
    new Gathering<Asked, string>(
      work ??
        (async (batch) => {
          batches.push(batch.map(({ name }) => name));
          await new Promise<void>((done) => finish.push(done));
          return batch.map(reply);
        }),
      { most: 3, lanes: 2, laneOf: ({ lane }) => lane ?? 0, apart: ({ name }) => name },
    );
  const finishAll = () => finish.splice(0).forEach((done) => done());
  beforeEach(() => {
    batches = [];
    finish = [];
  });

  it('begins at once alone, and gathers what comes meanwhile, so many at most', async () => {
    const gathering = make();
    const first = gathering.add({ name: 'a' });
    await eventually(() => expect(batches).toEqual([['a']]));
    const others = ['b', 'c', 'd', 'e'].map((name) => gathering.add({ name }));
    finishAll();
    await eventually(() => expect(batches).toEqual([['a'], ['b', 'c', 'd']]));
    finishAll();
    await eventually(() => expect(batches.at(-1)).toEqual(['e']));
    finishAll();
    expect(await Promise.all([first, ...others])).toEqual(['did a', 'did b', 'did c', 'did d', 'did e']);
  });

  it('puts what must be apart into different batches, and other lanes do not wait', async () => {
    const gathering = make();
    const twins = [gathering.add({ name: 'a' }), gathering.add({ name: 'a' })];
    const other = gathering.add({ name: 'b', lane: 1 });
    await eventually(() => expect(batches).toEqual([['a'], ['b']]));
    finishAll();
    await eventually(() => expect(batches).toEqual([['a'], ['b'], ['a']]));
    finishAll();
    await Promise.all([...twins, other]);
  });

  it('tells each its own outcome', async () => {
    const gathering = make();
    const outcomes = Promise.allSettled(['a', 'bad', 'c'].map((name) => gathering.add({ name })));
    await eventually(() => expect(batches).toHaveLength(1));
    finishAll();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('handles a batch that failed as a whole one by one', async () => {
    const gathering = make((batch) => {
      batches.push(batch.map(({ name }) => name));
      if (batch.some(({ name }) => name === 'poison')) return Promise.reject(new Error('all of it'));
      return Promise.resolve(batch.map(reply));
    });
    const outcomes = await Promise.allSettled(['a', 'poison', 'c'].map((name) => gathering.add({ name })));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a', 'poison', 'c'], ['a'], ['poison'], ['c']]);
  });
});
