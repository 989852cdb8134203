import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** @typedef {{ title: string, file: string, status: string }} Test */

/** A test names a requirement by its number in brackets: [LIC-029], [LIC-057a], [CON-08]. */
const NUMBER = /\[(CON-\d{2}|(?!CON)[A-Z]{3}-\d{3}[a-z]?)\]/g;

/** The numbers that a text names, each once. @param {string} text */
export const numbersIn = (text) => [...new Set([...text.matchAll(NUMBER)].map((match) => match[1]))];

/**
 * The tests that ran, with their file.
 * @param {any[]} results of Jest's `--json`
 * @param {string} root the files are told from here
 * @returns {Test[]}
 */
export function testsThatRan(results, root) {
  return results.flatMap((result) =>
    result.testResults.flatMap((/** @type {any} */ suite) =>
      suite.assertionResults
        .filter((/** @type {any} */ test) => test.status === 'passed' || test.status === 'failed')
        .map((/** @type {any} */ test) => ({
          title: test.fullName,
          file: relative(root, suite.name),
          status: test.status,
        })),
    ),
  );
}

/**
 * Every spec below a folder, with the numbers that it names.
 * @param {string} root
 * @returns {{ file: string, numbers: string[] }[]}
 */
export function specsBelow(root, folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(node_modules|dist|out|\..*)$/.test(entry.name) ? [] : specsBelow(root, path);
    if (!/\.spec\.tsx?$/.test(entry.name)) return [];
    return [{ file: relative(root, path), numbers: numbersIn(readFileSync(path, 'utf8')) }];
  });
}

/**
 * What is known of each requirement: which tests of it passed, which failed, and which specs name it without a test of
 * theirs having run. `missing` is whatever no passing test names; `failed` and `notRun` are the part of it that a test names.
 * @param {readonly string[]} requirements
 * @param {readonly Test[]} tests
 * @param {readonly { file: string, numbers: string[] }[]} specs
 */
export function trace(requirements, tests, specs = []) {
  /** @type {Record<string, { passed: string[], failed: string[], notRun: string[] }>} */
  const byNumber = Object.fromEntries(requirements.map((id) => [id, { passed: [], failed: [], notRun: [] }]));
  const unknown = new Set();
  const ran = new Set();
  for (const { title, file, status } of tests) {
    for (const id of numbersIn(title)) {
      ran.add(`${file} ${id}`);
      const list = status === 'passed' ? byNumber[id]?.passed : byNumber[id]?.failed;
      if (list) list.push(`${file}: ${title}`);
      else unknown.add(id);
    }
  }
  for (const { file, numbers } of specs) {
    for (const id of numbers) {
      if (!byNumber[id]) unknown.add(id);
      else if (!ran.has(`${file} ${id}`)) byNumber[id].notRun.push(file);
    }
  }
  const missing = requirements.filter((id) => byNumber[id].passed.length === 0);
  /** @type {Record<string, { total: number, covered: number }>} */
  const byArea = {};
  for (const id of requirements) {
    const area = (byArea[id.slice(0, 3)] ??= { total: 0, covered: 0 });
    area.total++;
    if (byNumber[id].passed.length) area.covered++;
  }
  return {
    total: requirements.length,
    covered: requirements.length - missing.length,
    missing,
    failed: missing.filter((id) => byNumber[id].failed.length),
    notRun: missing.filter((id) => !byNumber[id].failed.length && byNumber[id].notRun.length),
    byArea,
    byNumber,
    unknown: [...unknown].sort(),
  };
}
