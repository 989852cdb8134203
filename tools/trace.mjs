#!/usr/bin/env node
/**
 * `npm run trace`: which numbered requirements have passing tests that name them in brackets, after `npm test`.
 * `--json` prints { total, covered, missing, failed, notRun, byArea }.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf, root } from './start/settings.mjs';
import { specsBelow, testsThatRan, trace } from './documents/trace.mjs';

const requirements = JSON.parse(readFileSync(join(root, 'docs/requirements.json'), 'utf8'));
const results = [...new Set([join(homeOf(), 'test-results'), join(root, 'out/test-results')])].flatMap(
  resultsIn,
);
const report = trace(requirements, testsThatRan(results, root), specsBelow(root));

if (process.argv.includes('--json')) {
  const { total, covered, missing, failed, notRun, byArea } = report;
  console.log(JSON.stringify({ total, covered, missing, failed, notRun, byArea }));
} else if (results.length === 0) {
  console.error('There are no test results; run npm test first.');
  process.exitCode = 1;
} else print();

/** @param {string} folder */
function resultsIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function print() {
  for (const [id, { passed, failed, notRun }] of Object.entries(report.byNumber)) {
    console.log(`${passed.length ? '✓' : failed.length ? '✗' : notRun.length ? '○' : '·'} ${id}`);
    for (const test of passed) console.log(`    ${test}`);
    for (const test of failed) console.log(`    FAILED ${test}`);
    for (const file of notRun) console.log(`    not run: ${file}`);
  }
  if (report.unknown.length)
    console.log(`\nNamed by tests, and no requirement: ${report.unknown.join(', ')}`);
  console.log();
  for (const [area, { total, covered }] of Object.entries(report.byArea)) {
    console.log(`${area}  ${String(covered).padStart(3)} of ${total}`);
  }
  if (report.failed.length) console.log(`\n✗ their tests failed: ${report.failed.join(', ')}`);
  if (report.notRun.length) console.log(`\n○ their tests were not run: ${report.notRun.join(', ')}`);
  console.log(`\n${report.covered} of ${report.total} requirements have passing tests.`);
}
