#!/usr/bin/env node
/**
 * `npm run trace`: which numbered requirements have passing tests that name them in brackets, after `npm test`.
 * `--json` prints { total, covered, missing, byArea }.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf, root } from './start/settings.mjs';
import { passingTests, trace } from './documents/trace.mjs';

const requirements = JSON.parse(readFileSync(join(root, 'docs/requirements.json'), 'utf8'));
const results = [...new Set([join(homeOf(), 'test-results'), join(root, 'out/test-results')])].flatMap(
  resultsIn,
);
const report = trace(requirements, passingTests(results));

if (process.argv.includes('--json')) {
  const { total, covered, missing, byArea } = report;
  console.log(JSON.stringify({ total, covered, missing, byArea }));
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
  for (const [id, tests] of Object.entries(report.tests)) {
    console.log(`${tests.length ? '✓' : '·'} ${id}`);
    for (const test of tests) console.log(`    ${test}`);
  }
  if (report.unknown.length)
    console.log(`\nNamed by tests, and no requirement: ${report.unknown.join(', ')}`);
  console.log();
  for (const [area, { total, covered }] of Object.entries(report.byArea)) {
    console.log(`${area}  ${String(covered).padStart(3)} of ${total}`);
  }
  console.log(`\n${report.covered} of ${report.total} requirements have passing tests.`);
}
