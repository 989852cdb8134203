import { eventually } from '../testing/index.js';
import { Batcher, type Outcomes } from './batcher.js';

interface Item {
  name: string;
  partition?: number;
}

describe('a batcher', () => {
  let batches: string[][];
  let finish: (() => void)[];
  const reply = ({ name }: Item): PromiseSettledResult<string> =>
    name.startsWith('bad')
      ? { status: 'rejected', reason: new Error(name) }
      : { status: 'fulfilled', value: `did ${name}` };
  const make = (work?: (batch: Item[]) => Promise<Outcomes<string>>) =>
    new Batcher<Item, string>(
      work ??
        (async (batch) => {
          batches.push(batch.map(({ name }) => name));
          await new Promise<void>((done) => finish.push(done));
          return batch.map(reply);
        }),
      {
        maxBatchSize: 3,
        partitions: 2,
        partitionOf: ({ partition }) => partition ?? 0,
        exclusiveKey: ({ name }) => name,
      },
    );
  const finishAll = () => finish.splice(0).forEach((done) => done());
  beforeEach(() => {
    batches = [];
    finish = [];
  });

  it('starts a single request at once, and batches those that arrive meanwhile, up to the maximum size', async () => {
    const batcher = make();
    const first = batcher.add({ name: 'a' });
    await eventually(() => expect(batches).toEqual([['a']]));
    const others = ['b', 'c', 'd', 'e'].map((name) => batcher.add({ name }));
    finishAll();
    await eventually(() => expect(batches).toEqual([['a'], ['b', 'c', 'd']]));
    finishAll();
    await eventually(() => expect(batches.at(-1)).toEqual(['e']));
    finishAll();
    expect(await Promise.all([first, ...others])).toEqual(['did a', 'did b', 'did c', 'did d', 'did e']);
  });

  it('puts requests with the same key into different batches, and does not hold up other partitions', async () => {
    const batcher = make();
    const twins = [batcher.add({ name: 'a' }), batcher.add({ name: 'a' })];
    const other = batcher.add({ name: 'b', partition: 1 });
    await eventually(() => expect(batches).toEqual([['a'], ['b']]));
    finishAll();
    await eventually(() => expect(batches).toEqual([['a'], ['b'], ['a']]));
    finishAll();
    await Promise.all([...twins, other]);
  });

  it('gives each request its own outcome', async () => {
    const batcher = make();
    const outcomes = Promise.allSettled(['a', 'bad', 'c'].map((name) => batcher.add({ name })));
    await eventually(() => expect(batches).toHaveLength(1));
    finishAll();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('repeats a batch that failed as a whole request by request', async () => {
    const batcher = make((batch) => {
      batches.push(batch.map(({ name }) => name));
      if (batch.some(({ name }) => name === 'poison')) return Promise.reject(new Error('all of it'));
      return Promise.resolve(batch.map(reply));
    });
    const outcomes = await Promise.allSettled(['a', 'poison', 'c'].map((name) => batcher.add({ name })));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(batches).toEqual([['a', 'poison', 'c'], ['a'], ['poison'], ['c']]);
  });
});
