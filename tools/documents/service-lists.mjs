const begin = '<!-- generated -->';
const end = '<!-- /generated -->';

/**
 * What a service answers, consumes, emits and asks, as it stands in its README.
 * @param {any} kit the contracts' module
 * @param {string} service
 */
export function listsOf(kit, service) {
  /** @type {any[]} */
  const all = [...kit.registry.values()].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const requests = all.filter((c) => c.kind === 'request');
  const events = all.filter((c) => c.kind === 'event');
  return [
    table(
      'Answers',
      ['Request', 'What', 'Who may ask', 'Own errors'],
      requests
        .filter((c) => c.service === service)
        .map((c) => [code(c.subject), c.summary, access(c), codes(c)]),
    ),
    table(
      'Consumes',
      ['Event', 'What', 'From'],
      events.filter((c) => c.consumers.includes(service)).map((c) => [code(c.subject), c.summary, c.service]),
    ),
    table(
      'Emits',
      ['Event', 'What', 'Consumed by'],
      events.filter((c) => c.service === service).map((c) => [code(c.subject), c.summary, consumers(c)]),
    ),
    table(
      'Asks',
      ['Request', 'What', 'Answered by'],
      requests
        .filter((c) => c.callers.includes(service) && c.service !== service)
        .map((c) => [code(c.subject), c.summary, c.service]),
    ),
  ].join('\n');
}

/**
 * Puts text between the two marks.
 * @param {string} readme
 * @param {string} text
 * @param {string} file for the message
 */
export function fill(readme, text, file) {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} has no ${begin} … ${end}`);
  return `${readme.slice(0, from)}${begin}\n${text}${readme.slice(to)}`;
}

/** @param {string} title @param {string[]} heads @param {string[][]} rows */
function table(title, heads, rows) {
  if (rows.length === 0) return `## ${title}\n\nNothing.\n`;
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  return `## ${title}\n\n${[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

const code = (/** @type {string} */ text) => `\`${text}\``;

/** @param {any} c */
function access(c) {
  const { who, right, roles, also } = c.access;
  if (who === 'service') return c.callers.join(', ');
  if (who === 'staff') return `staff: ${roles.join(', ')}`;
  if (who === 'company') return right ? `company, ${code(right)}` : 'company';
  if (who === 'customer') return 'customers, also without a company';
  if (who === 'public') return 'anybody';
  return also ? `anybody signed in, also ${also.map(code).join(', ')}` : 'anybody signed in';
}

/** @param {any} c */
const codes = (c) => Object.keys(c.errors).sort().map(code).join(', ') || '–';

/** @param {any} c */
function consumers(c) {
  const live = c.live ? [`clients (${code(c.live.kind)})`] : [];
  return [...c.consumers, ...live].join(', ') || '–';
}
