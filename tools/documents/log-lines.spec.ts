import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['platform', 'gateway', ...readdirSync('services').map((name) => `services/${name}`)];
const sources = folders
  .flatMap((folder) =>
    readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .map((path) => readFileSync(join(folder, 'src', path), 'utf8')),
  )
  .join('\n');

/** The start of a text in the source, or what follows the program's name in it. */
const isLogged = (line: string): boolean =>
  ["'", '`', '"', '`${definition.name} '].some((start) => sources.includes(start + line));

/** Refusals of the bus say what was refused, and then what happened to it; the source has the two apart. */
const isComposed = (line: string): boolean => {
  const [, thing, fate] = /^(a message|a subscription) (.+)$/.exec(line) ?? [];
  return Boolean(thing && fate) && isLogged(`${fate}'`) && sources.includes(`'${thing}'`);
};

/** What an operator looks for in a log has to be what stands there. */
describe.each(['docs/operate.md', 'docs/deploy.md'])('%s', (document) => {
  const prose = readFileSync(document, 'utf8').replace(/```[\s\S]*?```/g, '');
  const quoted = [...prose.matchAll(/`((?:an? |the |cannot )[a-z’ ]+)`/g)].map(([, line]) => line!);

  it('quotes lines of the log', () => {
    expect(quoted).not.toEqual([]);
  });

  it('quotes only lines that the code logs', () => {
    expect(quoted.filter((line) => !isLogged(line) && !isComposed(line))).toEqual([]);
  });
});
