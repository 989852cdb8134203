/**
 * Something a person at the terminal can put right: told in one sentence, without a stack.
 * Anything else that is thrown is a fault of ours, and its stack goes to a log.
 */
export class Problem extends Error {
  /**
   * @param {string} sentence
   * @param {{ detail?: string }} [more] lines that show why, such as the end of a log
   */
  constructor(sentence, { detail } = {}) {
    super(sentence);
    this.detail = detail;
  }
}

/** @param {unknown} error @returns {Problem | undefined} the sentence for failures of the machine itself */
export function explain(error) {
  if (error instanceof Problem) return error;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem(
      `The disk is full${path ? ` (writing ${path})` : ''}; free some space and start again.`,
    );
  }
  if (code === 'EROFS')
    return new Problem(`${path} is on a read-only disk; set TESSERA_HOME to a folder that can be written.`);
  if (code === 'EACCES' || code === 'EPERM') {
    return new Problem(
      `This user may not use ${path}; change its owner or set TESSERA_HOME to another folder.`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new Problem(`${path} is no folder; set TESSERA_HOME to another one.`);
  if (code === 'EMFILE' || code === 'ENFILE')
    return new Problem('Too many open files; raise the limit with ulimit -n 4096.');
  return undefined;
}

/** @param {string} log @returns {string | undefined} the sentence for what a part wrote before it died */
export function explainLog(log) {
  if (/No space left on device|ENOSPC|insufficient storage/i.test(log))
    return 'The disk is full; free some space and start again.';
  if (/EADDRINUSE|[Aa]ddress already in use/.test(log))
    return 'A port it needs was taken by another program meanwhile; start again.';
  return undefined;
}
