import { Problem } from '../world/problem.mjs';

/**
 * @typedef {object} Wished
 * @property {string} verb camel case, e.g. archiveLicense
 * @property {string} route e.g. POST /licenses/:id/archive
 * @property {string} event camel case, in the past tense, e.g. licenseArchived
 * @property {string} room folder of the service
 * @property {string} service
 * @property {string} area folder of the portal
 * @property {string | undefined} right
 * @property {string | undefined} column e.g. license_entry.archived_at timestamptz
 *
 * @typedef {ReturnType<typeof namesOf>} Names
 */

/** Everything that follows from the names of a verb, its event and its route. @param {Wished} wished */
export function namesOf({ verb, route, event, room, service, area, right, column }) {
  if (!/^[a-z]+([A-Z][a-z]+)+$/.test(verb) || !/^[a-z]+([A-Z][a-z]+)+$/.test(event))
    throw new Problem('A verb is like archiveLicense, an event like licenseArchived.');
  const [method, path] = route.split(' ');
  if (!/^(POST|PUT|DELETE)$/.test(method) || !/^(\/:?[A-Za-z-]+)+$/.test(path ?? ''))
    throw new Problem(
      'A route is like POST /licenses/:id/archive; what only reads has neither event nor mail.',
    );
  if (column && !/^[a-z_]+\.[a-z_]+ [a-z]+(\[\])?$/.test(column))
    throw new Problem('A column is like license_entry.archived_at timestamptz; it is nullable.');
  const words = kebab(verb).split('-');
  const facts = kebab(event).split('-');
  const idField = `${event.replace(/[A-Z][a-z]+$/, '')}Id`;
  return {
    verb,
    event,
    room,
    service,
    area,
    right,
    column,
    method,
    path,
    route: `${method} ${path}`,
    Verb: pascal(verb),
    Event: pascal(event),
    verbFile: kebab(verb),
    eventFile: kebab(event),
    parameters: [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name),
    /** `rpc.licensing.license.archive.v1` */
    subject: `rpc.${service}.${words.slice(1).join('-')}.${words[0]}.v1`,
    /** `evt.licensing.license.archived.v1` */
    eventSubject: `evt.${service}.${facts.slice(0, -1).join('-')}.${facts.at(-1)}.v1`,
    /** Of a live event: `license.archived` */
    live: `${facts.slice(0, -1).join('-')}.${facts.at(-1)}`,
    /** Of a mail and a notice: `license_archived` */
    kind: facts.join('_'),
    /** The field that names what has changed: `licenseId` */
    idField,
    /** The table of what a verb makes: `license` */
    table: facts.slice(0, -1).join('_'),
    /** What its notice leads to, where the portal has a page for it. */
    topic: ['license', 'request', 'device'].find((topic) => `${topic}Id` === idField),
    /** The path as OpenAPI writes it. */
    template: path.replaceAll(/:([A-Za-z]+)/g, '{$1}'),
    /** Of the page's texts in the portal: `archiveLicense.title` */
    textKey: verb,
  };
}

const kebab = (/** @type {string} */ name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const pascal = (/** @type {string} */ name) => name[0].toUpperCase() + name.slice(1);
