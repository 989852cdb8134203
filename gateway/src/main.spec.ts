import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** V8 passes over what it does not know, so an update that drops a flag would only be seen by `npm run bench`. */
it('sets only flags that this V8 knows', () => {
  const source = readFileSync(new URL('main.ts', import.meta.url), 'utf8');
  const flags = [...source.matchAll(/setFlagsFromString\('(--[\w-]+)/g)].map((match) => match[1]!);
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(flags).not.toEqual([]);
  expect(flags.filter((flag) => !new RegExp(`^ +${flag} `, 'm').test(known))).toEqual([]);
});
