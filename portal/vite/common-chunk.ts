interface Module {
  code: string | null;
  isEntry: boolean;
  importers: readonly string[];
  dynamicImporters: readonly string[];
  importedIds: readonly string[];
  dynamicallyImportedIds: readonly string[];
}
interface Graph {
  getModuleInfo(id: string): Module | null;
}

/** Modules that only pass on hundreds of others; who imports one needs what it names of them. */
const BARREL =
  /@mantine\/(core|hooks)\/esm\/index\.mjs$|@tanstack\/[a-z-]+\/build\/modern\/index\.js$|@tabler\/icons-react\/.*icons-react\.mjs$/;
/** Loaded by everybody who is signed in, besides the page: the shell's own parts, and what areas put into the header. */
const SIGNED = /\/shell\/layout\/(signed|user-menu)\.tsx$|\/areas\/\w+\/(bell|create-link)\.tsx$/;
/** Where everybody begins who is not signed in: it must not load what is for the others. */
const FRONT = /\/areas\/auth\/sign-in-page\.tsx$/;
/** What opens above a page when a hand asks for it, with the traps and locks that it brings; menus share much of that. */
const OVERLAY = /\/ui\/dialog\.tsx$/;
/** What so many pages need is in one file, though a few of them need less of it. */
const SHARED_BY = 3;
/** What two pages share of our own is with it too when it is smaller than this, in characters: it would be a file of its own. */
const SMALL = 3_000;

/**
 * The files that many pages share. Each module is in the first of them that it fits:
 * - `start`, everything that the first page needs whatever it is, which is what main.tsx imports without `import()`, and
 *   what that imports;
 * - `both`, what the page for signing in has in common with the next;
 * - `signed`, what most pages of people who are signed in need;
 * - `overlay`, dialogs and what opens them, which few pages have from the beginning.
 *
 * The bundler alone would split it by who else uses it, into dozens of files of a few hundred bytes, each of which costs a
 * slow processor as much as ten kilobytes of a larger one.
 */
const codeChunks = (['start', 'both', 'signed', 'overlay'] as const).map((name, index) => ({
  name: (id: string, graph: Graph) => ((made ??= sort(id, graph))[name].has(id) ? name : null),
  // What a module imports goes with it, unless it is in a file of higher priority.
  priority: 4 - index,
  debugName: name,
}));

/** Words are in one file for each language and those who read them: before signing in, customers, staff. */
const textChunks = {
  name: (id: string) => {
    const [, area, language] = /(?:\/areas\/([\w-]+)|\/shell\/i18n|\/ui)\/texts\/(\w+)\.json$/.exec(id) ?? [];
    if (!language) return null;
    const readers = !area || area === 'auth' ? 'all' : area.startsWith('staff-') ? 'staff' : 'customers';
    return `${language}-${readers}`;
  },
  priority: 5,
  debugName: 'texts',
};

export const commonChunks = [textChunks, ...codeChunks];

let made: ReturnType<typeof sort> | undefined;

function sort(id: string, graph: Graph) {
  const start = reachableFrom(entryAbove(id, graph), graph);
  const parts = [...start].flatMap((one) => graph.getModuleInfo(one)?.dynamicallyImportedIds ?? []);
  const uses = new Map<string, string[]>();
  for (const part of parts)
    for (const one of reachableFrom(part, graph, OVERLAY)) uses.set(one, [...(uses.get(one) ?? []), part]);
  const often = ([one, users]: [string, string[]]) =>
    !start.has(one) &&
    !/\.json$/.test(one) &&
    (users.length >= SHARED_BY || users.some((user) => SIGNED.test(user)));
  const there = new Set([...start, ...[...uses].filter(often).map(([one]) => one)]);
  const small = (one: string) =>
    one.includes('/portal/src/') && (graph.getModuleInfo(one)?.code ?? '').length < SMALL;
  // Not what would bring more than itself.
  const joins = ([one, users]: [string, string[]]) =>
    users.length > 1 &&
    small(one) &&
    [...reachableFrom(one, graph)].every((id) => id === one || there.has(id));
  const wanted = [...uses].filter((use) => often(use) || (!there.has(use[0]) && joins(use)));
  const overlays = [...uses.keys()].filter((one) => OVERLAY.test(one));
  const behind = overlays.flatMap((one) => [...reachableFrom(one, graph)]);
  const opens = ([one]: [string, string[]]) =>
    [...reachableFrom(one, graph)].some((other) => OVERLAY.test(other));
  const atFront = ([, users]: [string, string[]]) => users.some((user) => FRONT.test(user));
  const idsOf = (modules: typeof wanted) => new Set(modules.map(([one]) => one));
  return {
    start,
    both: idsOf(wanted.filter(atFront)),
    signed: idsOf(wanted.filter((one) => !atFront(one) && !opens(one))),
    overlay: new Set([...idsOf(wanted.filter(opens)), ...behind.filter((one) => !uses.has(one))]),
  };
}

function entryAbove(id: string, graph: Graph): string {
  const seen = new Set([id]);
  for (const one of seen) {
    const info = graph.getModuleInfo(one);
    if (info?.isEntry) return one;
    // A set goes on to what is added to it meanwhile.
    for (const importer of [...(info?.importers ?? []), ...(info?.dynamicImporters ?? [])])
      seen.add(importer);
  }
  return '';
}

/** @param short what is taken, but not what it imports */
function reachableFrom(entry: string, graph: Graph, short?: RegExp): Set<string> {
  const reached = new Set([entry]);
  for (const id of reached) {
    if (short?.test(id)) continue;
    const { importedIds = [], code = '' } = graph.getModuleInfo(id) ?? {};
    for (const imported of importedIds) {
      if (!BARREL.test(imported)) reached.add(imported);
      else
        for (const named of namedOf(code ?? '', graph.getModuleInfo(imported)?.importedIds ?? []))
          reached.add(named);
    }
  }
  return reached;
}

/** The modules behind a barrel that bear the name of something imported, as it is, in kebab case, or beginning small. */
function namedOf(code: string, behind: readonly string[]): string[] {
  const names = [...code.matchAll(/import\s*\{([^}]*)\}\s*from/g)].flatMap((match) =>
    match[1]!.split(',').map((name) => name.trim().replace(/\s+as\s.*/, '')),
  );
  const files = new Set(
    names.flatMap((name) => [name, kebab(name), name.charAt(0).toLowerCase() + name.slice(1)]),
  );
  return behind.filter((id) =>
    files.has(
      id
        .split('/')
        .at(-1)!
        .replace(/\.m?js$/, ''),
    ),
  );
}

const kebab = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
