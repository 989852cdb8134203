import { createRequire } from 'node:module';

// Its types are of what `require` gives, not of what `import` does.
/** @type {typeof import('@jest/test-sequencer')} */
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/**
 * The spec of every page takes half as long as all others together. Begun last, as the size of its file suggests to Jest where
 * no earlier run is known, it would go on alone when the other worker has nothing left to do.
 */
export default class PagesFirst extends Sequencer {
  /** @override @param {Parameters<InstanceType<typeof Sequencer>['sort']>[0]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    const isFirst = (/** @type {(typeof sorted)[0]} */ { path }) => path.endsWith('/pages.spec.ts');
    return [...sorted.filter(isFirst), ...sorted.filter((test) => !isFirst(test))];
  }
}
