import type { FastifyInstance } from 'fastify';

/** The portal's catch-all; it never answers a path of the API. */
const ANY = '/*';
const API = /^\/api(\/|$)/;

/** Every path that the server has a route for, with its methods: for 405, `Allow` and OPTIONS. */
export class KnownPaths {
  private readonly methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  /** Before any route is registered. */
  collect(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      for (const one of [method].flat()) this.add(url, one);
    });
  }

  private add(url: string, method: string): void {
    let known = this.methods.get(url);
    if (!known) this.methods.set(url, (known = { pattern: patternOf(url), methods: new Set() }));
    known.methods.add(method);
    // Fastify answers it wherever it answers GET.
    if (method === 'GET') known.methods.add('HEAD');
  }

  /** Sorted; empty where the path does not exist. @param url of the request, with or without a query */
  of(url: string): string[] {
    const path = url.split('?', 1)[0]!;
    const found = new Set<string>();
    for (const [known, { pattern, methods }] of this.methods) {
      if ((known === ANY && API.test(path)) || !pattern.test(path)) continue;
      for (const method of methods) found.add(method);
    }
    if (found.size > 0) found.add('OPTIONS');
    return [...found].sort();
  }
}

function patternOf(url: string): RegExp {
  const source = url
    .replaceAll(/[.+]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
