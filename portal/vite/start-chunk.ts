interface Module {
  code: string | null;
  isEntry: boolean;
  importers: readonly string[];
  importedIds: readonly string[];
}
interface Graph {
  getModuleInfo(id: string): Module | null;
}

/** Modules that only pass on hundreds of others; who imports one needs what it names of them. */
const BARREL =
  /@mantine\/(core|hooks)\/esm\/index\.mjs$|@tanstack\/[a-z-]+\/build\/modern\/index\.js$|@tabler\/icons-react\/.*icons-react\.mjs$/;

let always: Set<string> | null = null;

/**
 * Everything that the first page needs whatever it is, in one file: what main.tsx imports without `import()`, and what
 * that imports. The bundler alone would split it by who else uses it, into dozens of files of a few hundred bytes.
 */
export function startChunk(id: string, graph: Graph): string | null {
  always ??= reachableFrom(entryAbove(id, graph), graph);
  return always.has(id) ? 'start' : null;
}

function entryAbove(id: string, graph: Graph): string {
  const seen = new Set([id]);
  for (const one of seen) {
    const info = graph.getModuleInfo(one);
    if (info?.isEntry) return one;
    // A set goes on to what is added to it meanwhile.
    for (const importer of info?.importers ?? []) seen.add(importer);
  }
  return '';
}

function reachableFrom(entry: string, graph: Graph): Set<string> {
  const reached = new Set([entry]);
  for (const id of reached) {
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
