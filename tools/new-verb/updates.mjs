import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/settings.mjs';
import { Problem } from '../world/problem.mjs';
import { sentence } from './skeletons.mjs';

/**
 * The files that are there already and get a row, a route, a kind or a text.
 * @param {import('./names.mjs').Names} names
 * @returns {Record<string, string>} new text by file, from the root
 */
export function updates(names) {
  const { service, area, verb, route, kind, path, verbFile, textKey } = names;
  /** @type {Record<string, string>} */
  const files = {};
  /** Every edit finds its place, or nothing is written. @param {string} file @param {((text: string) => string)[]} edits */
  const change = (file, ...edits) => {
    files[file] = edits.reduce(
      (before, edit) => {
        const after = edit(before);
        if (after === before)
          throw new Problem(`${file} has no place for ${verb}; it is written in another way.`);
        return after;
      },
      readFileSync(join(root, file), 'utf8'),
    );
  };
  change(
    `gateway/src/${service}/${service}.routes.ts`,
    (text) =>
      text.replace(/,?(\s+)\} from '@tessera\/contracts';/, `,$1${verb} } from '@tessera/contracts';`),
    (text) => text.replace(/\n\}\);\n$/, `\n  '${route}': ${verb},$&`),
  );
  change(`portal/src/areas/${area}/area.tsx`, (text) =>
    insertInList(
      text,
      'routes: [',
      `{ path: '${path}', page: lazy(() => import('./${verbFile}-page.js')) },`,
    ),
  );
  for (const language of languagesOf('services/notifications/src/texts'))
    change(`services/notifications/src/texts/${language}.json`, (text) => {
      const texts = JSON.parse(text);
      const said = sentence(names.event);
      texts.mails[kind] = {
        subject: said,
        text: [`${said}.`, '{portal}'],
        html: [`${said}.`, '[Portal]({portal})'],
      };
      texts.notices[kind] = { title: said, text: `${said}.` };
      return JSON.stringify(texts, null, 2);
    });
  for (const language of languagesOf(`portal/src/areas/${area}/texts`))
    change(`portal/src/areas/${area}/texts/${language}.json`, (text) => {
      const said = sentence(verb);
      const words = {
        title: said,
        question: `${said}?`,
        consequence: `${said}.`,
        confirm: said,
        done: `${said}.`,
      };
      return JSON.stringify({ ...JSON.parse(text), [textKey]: words }, null, 2);
    });
  return files;
}

/** @param {string} folder */
const languagesOf = (folder) =>
  readdirSync(join(root, folder)).flatMap((file) => /^([a-z]{2})\.json$/.exec(file)?.[1] ?? []);

/** Adds an element before the bracket that closes the list. @param {string} text @param {string} opening @param {string} element */
function insertInList(text, opening, element) {
  const start = text.indexOf(opening);
  if (start < 0) return text;
  let depth = 1;
  let at = start + opening.length;
  for (; depth > 0 && at < text.length; at++) depth += { '[': 1, ']': -1 }[text[at]] ?? 0;
  const before = text.slice(0, at - 1).trimEnd();
  return `${before}${before.endsWith(',') || before.endsWith('[') ? '' : ','}${element}${text.slice(at - 1)}`;
}
