import { fill } from '@tessera/platform';
import { escapeHtml, line, lines, withoutLinks } from './clean.js';
import type { Value, Values } from './facts.js';

/** For titles that the portal shows. */
export const fillLine = (template: string, values: Values): string =>
  line(fill(template, (name) => line(raw(valueOf(values, name)), 120)));

/** For headers: mail programs make links of what stands in a subject, too. */
export const fillHeader = (template: string, values: Values): string =>
  line(fill(template, (name) => headerText(raw(valueOf(values, name)))));

/** A name, or another text of somebody's choice, in a header. */
export const headerText = (value: string): string => withoutLinks(line(value, 120));

/** For text parts. */
export const fillText = (template: string, values: Values): string =>
  fill(template, (name) => plain(valueOf(values, name)));

/** For HTML parts: every value is escaped, whatever it holds. */
export const fillHtml = (template: string, values: Values): string =>
  fill(template, (name) => escapeHtml(plain(valueOf(values, name))).replaceAll('\n', '<br>\n'));

const valueOf = (values: Values, name: string): Value => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`nothing stands for {${name}}`);
  return value;
};

function plain(value: Value): string {
  if (typeof value === 'string') return withoutLinks(line(value));
  if ('passage' in value) return lines(value.passage);
  if (!/^https?:\/\/[^\s<>"]+$/.test(value.link)) throw new Error('a link must be an absolute address');
  return value.link;
}

const raw = (value: Value): string =>
  typeof value === 'string' ? value : 'link' in value ? value.link : value.passage;
