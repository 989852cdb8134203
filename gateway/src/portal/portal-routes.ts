import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** No inline script, no inline style, nothing from elsewhere (spec/security.md, "Headers and transport"). */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Their names change with what is in them. */
const HASHED = /^\/assets\/[\w.-]+-[\w-]{8}\.\w+$/;
const FILE = /^\/(assets\/)?[\w-][\w.-]*\.\w+$/;
const OURS = /^\/(api|healthz|readyz|metrics)(\/|$)/;

/**
 * The portal at `/`: its files, and for every other path that a browser opens its one page, which knows the rest.
 * What belongs to the API stays with the API, unknown paths too.
 */
export function servePortal(fastify: FastifyInstance, folder: string): boolean {
  if (!existsSync(join(folder, 'index.html'))) return false;
  // Compressed at the build, so that serving costs nothing; the headers are those of this file. Not awaited: that would
  // start Fastify before Nest has given it its handler of errors, and a body that is no JSON would be answered without.
  void fastify.register(import('@fastify/static'), {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
  });
  fastify.get('/*', (request, reply) => answer(request, reply));
  return true;
}

function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0]!;
  if (OURS.test(path)) return notFound(reply);
  if (FILE.test(path) && path !== '/index.html') {
    const lasting = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    return reply.header('cache-control', lasting).sendFile(path.slice(1));
  }
  if (!/text\/html|\*\/\*/.test(request.headers.accept ?? '')) return notFound(reply);
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-store')
    .sendFile('index.html');
}

/** Nest's own answer to unknown paths, a problem document. */
function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
