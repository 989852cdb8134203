import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, services } from '../start/settings.mjs';
import { Problem } from '../world/problem.mjs';
import { formatted } from './formatted.mjs';

const KINDS = 'contracts/src/notifications/notification-kinds.ts';
const HEAD = '/** Made by `npm run generate`; do not edit. */\n';

const areas = readdirSync(join(root, 'contracts/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && services.includes(entry.name))
  .map((entry) => entry.name);

/** Decorators by which a class becomes a part of its service, and the list that it comes to. */
const lists = {
  handlers: /^@Handles\(/gm,
  consumers: /^@Consumes\(/gm,
  providers: /^@Injectable\(\)/gm,
  entities: /^@Entity\(/gm,
};

/**
 * What is found by its place or its decorator and not listed by hand: contracts, kinds of notifications, migrations, and the classes
 * of a service. The lists are source files, so that the compiler, editors and bundlers see them.
 * @returns {Promise<Record<string, string>>} text by file, from the root
 */
export async function componentFiles() {
  /** @type {Record<string, string>} */
  const files = { [KINDS]: notificationKinds() };
  for (const area of areas) files[`contracts/src/${area}/index.ts`] = contractIndex(area);
  for (const service of services) {
    files[`services/${service}/src/components.ts`] = componentList(`services/${service}/src`);
    files[`services/${service}/migrations/index.ts`] = migrationList(`services/${service}/migrations`);
  }
  for (const [file, text] of Object.entries(files)) files[file] = await formatted(file, text);
  return files;
}

/** A person can be told of what the notifications have words for. */
function notificationKinds() {
  const { notices } = JSON.parse(
    readFileSync(join(root, 'services/notifications/src/texts/en.json'), 'utf8'),
  );
  const kinds = Object.keys(notices).map((kind) => `'${kind}'`);
  return `${HEAD}
/** What a person can be told of, in the portal: the keys of \`notices\` in the texts of notifications. */
export const notificationKinds = [${kinds.join(', ')}] as const;
export type NotificationKind = (typeof notificationKinds)[number];
`;
}

/** @param {string} area */
function contractIndex(area) {
  const files = sourcesIn(`contracts/src/${area}`);
  return HEAD + files.map((file) => `export * from './${moduleOf(file)}';\n`).join('');
}

/** @param {string} folder */
function componentList(folder) {
  const sources = sourcesIn(folder).map((file) => ({
    file,
    text: readFileSync(join(root, folder, file), 'utf8'),
  }));
  let imports = '';
  let arrays = '';
  for (const [list, decorator] of Object.entries(lists)) {
    const found = sources
      .map(({ file, text }) => ({ file, names: classesWith(decorator, text) }))
      .filter(({ names }) => names.length > 0);
    for (const { file, names } of found)
      imports += `import { ${names.join(', ')} } from './${moduleOf(file)}';\n`;
    arrays += `\nexport const ${list} = [${found.flatMap(({ names }) => names).join(', ')}];\n`;
  }
  return HEAD + imports + arrays;
}

/** The name of a migration ends with its time, by which they run. @param {string} folder */
function migrationList(folder) {
  const found = sourcesIn(folder)
    .map((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      const name = /^export (?:class|\{) ?(\w+\d{13})\b/m.exec(text)?.[1];
      if (!name)
        throw new Problem(`${folder}/${file} exports no class whose name ends with a time in milliseconds.`);
      return { file, name };
    })
    .sort((a, b) => Number(a.name.slice(-13)) - Number(b.name.slice(-13)));
  const imports = found.map(({ file, name }) => `import { ${name} } from './${moduleOf(file)}';\n`).join('');
  return `${HEAD}${imports}\nexport const migrations = [${found.map(({ name }) => name).join(', ')}];\n`;
}

/** The class that each decorator is the first of. @param {RegExp} decorator @param {string} text */
const classesWith = (decorator, text) =>
  [...text.matchAll(decorator)].flatMap(
    ({ index }) => /^export class (\w+)/m.exec(text.slice(index))?.[1] ?? [],
  );

/** Paths from the folder, without tests and what this makes. @param {string} folder */
const sourcesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|type-spec)\.ts$/.test(file))
    .filter((file) => !['index.ts', 'components.ts'].includes(file))
    .sort();

const moduleOf = (/** @type {string} */ file) => file.replace(/\.ts$/, '.js');
