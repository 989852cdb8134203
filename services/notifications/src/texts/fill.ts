import { escapeHtml, line, lines, withoutLinks } from './clean.js';
import type { Value, Values } from './facts.js';

const placeholder = /\{\{(\w+)\}\}/g;

/** The names between double braces. */
export const placeholdersOf = (template: string): string[] =>
  [...new Set([...template.matchAll(placeholder)].map((m) => m[1]!))].sort();

/** For titles that the portal shows. */
export const fillLine = (template: string, values: Values): string =>
  line(fill(template, values, (v) => line(raw(v), 120)));

/** For headers: mail programs make links of what stands in a subject, too. */
export const fillHeader = (template: string, values: Values): string =>
  line(fill(template, values, (v) => headerText(raw(v))));

/** A name, or another text of somebody's choice, in a header. */
export const headerText = (value: string): string => withoutLinks(line(value, 120));

/** For text parts. */
export const fillText = (template: string, values: Values): string => fill(template, values, plain);

/** For HTML parts: every value is escaped, whatever it holds. */
export const fillHtml = (template: string, values: Values): string =>
  fill(template, values, (v) => escapeHtml(plain(v)).replaceAll('\n', '<br>\n'));

/** The template is read once and values never are: braces in a value stay braces. */
function fill(template: string, values: Values, write: (value: Value) => string): string {
  return template.replace(placeholder, (_match, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`nothing stands for {{${name}}}`);
    return write(value);
  });
}

function plain(value: Value): string {
  if (typeof value === 'string') return withoutLinks(line(value));
  if ('passage' in value) return lines(value.passage);
  if (!/^https?:\/\/[^\s<>"]+$/.test(value.link)) throw new Error('a link must be an absolute address');
  return value.link;
}

const raw = (value: Value): string =>
  typeof value === 'string' ? value : 'link' in value ? value.link : value.passage;
