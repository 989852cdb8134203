import type { Plugin } from 'vite';

/** https://v8.dev/blog/explicit-compile-hints: counts only before all code. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has Chromium compile the first file while it comes, in another thread. Otherwise each function is compiled when it is first
 * called, by the thread that shows the page, and of this file most are called at once.
 */
export function compileHint(): Plugin {
  return {
    name: 'compile-hint',
    apply: 'build',
    // After the build's own list of files, which it puts first.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.isEntry) file.code = HINT + file.code;
      },
    },
  };
}
