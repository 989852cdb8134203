import Sequencer from '@jest/test-sequencer';

/**
 * The spec of every page takes half as long as all others together. Begun last, as the size of its file suggests to Jest where
 * no earlier run is known, it would go on alone when the other worker has nothing left to do.
 */
export default class PagesFirst extends Sequencer.default {
  /** @override @param {Parameters<Sequencer.default["sort"]>[0]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isFirst = (/** @type {(typeof sorted)[0]} */ { path }) => path.endsWith('/pages.spec.ts');
    return [...sorted.filter(isFirst), ...sorted.filter((test) => !isFirst(test))];
  }
}
