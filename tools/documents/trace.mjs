/**
 * The titles of the tests that passed, with their file.
 * @param {any[]} results of Jest's `--json`
 * @returns {{ title: string, file: string }[]}
 */
export function passingTests(results) {
  return results.flatMap((result) =>
    result.testResults.flatMap((/** @type {any} */ suite) =>
      suite.assertionResults
        .filter((/** @type {any} */ test) => test.status === 'passed')
        .map((/** @type {any} */ test) => ({
          title: test.fullName,
          file: suite.name.split('/').slice(-3).join('/'),
        })),
    ),
  );
}

/**
 * Which requirements have tests. A test names a requirement by its number in brackets.
 * @param {readonly string[]} requirements
 * @param {readonly { title: string, file: string }[]} passed
 */
export function trace(requirements, passed) {
  /** @type {Record<string, string[]>} */
  const tests = Object.fromEntries(requirements.map((id) => [id, []]));
  const unknown = new Set();
  for (const { title, file } of passed) {
    for (const id of new Set([...title.matchAll(/\[([A-Z]{3}-\d{3})\]/g)].map((m) => m[1]))) {
      if (tests[id]) tests[id].push(`${file}: ${title}`);
      else unknown.add(id);
    }
  }
  const missing = requirements.filter((id) => tests[id].length === 0);
  /** @type {Record<string, { total: number, covered: number }>} */
  const byArea = {};
  for (const id of requirements) {
    const area = (byArea[id.slice(0, 3)] ??= { total: 0, covered: 0 });
    area.total++;
    if (tests[id].length) area.covered++;
  }
  const total = requirements.length;
  return { total, covered: total - missing.length, missing, byArea, tests, unknown: [...unknown].sort() };
}
