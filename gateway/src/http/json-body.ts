import { refuse } from '@tessera/platform';
import type { FastifyInstance } from 'fastify';
import { takeRest } from './rest-of-body.js';

/** Limits of a JSON body (spec/security.md). */
export const BODY_LIMIT = 100 * 1024;
const MAX_DEPTH = 20;
const MAX_KEYS = 1_000;

/**
 * Parses JSON as RFC 8259 leaves it open to: a body with a key twice, or with `__proto__`, means two things to two
 * readers, so it is refused; depth and number of keys are bounded before anything is built.
 * @throws Refusal VALIDATION_FAILED
 */
export function parseJson(text: string): unknown {
  try {
    inspect(text);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) refuse('VALIDATION_FAILED', { detail: 'The body is not JSON.' });
    throw error;
  }
}

function inspect(text: string): void {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '{' || c === '[') {
      open.push(c === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) refuse('VALIDATION_FAILED', { detail: 'The body is nested too deeply.' });
    } else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      const end = endOfString(text, i);
      const names = open.at(-1);
      if (names && /^\s*:/.test(text.slice(end + 1, end + 20))) {
        if (++keys > MAX_KEYS) refuse('VALIDATION_FAILED', { detail: 'The body has too many fields.' });
        addKey(names, JSON.parse(text.slice(i, end + 1)) as string);
      }
      i = end;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

function addKey(names: Set<string>, key: string): void {
  if (names.has(key)) refuse('VALIDATION_FAILED', { detail: 'A field stands twice in the body.' });
  if (key === '__proto__') refuse('VALIDATION_FAILED', { detail: 'A field has a name that is not allowed.' });
  names.add(key);
}

/** Refuses what is not UTF-8, and forgets nothing from one body to the next. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The only content type of request bodies; uploads add theirs on their own routes. */
export function acceptJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  // Of a body that cannot be read; the connection is closed after the answer.
  fastify.addHook('onError', async (request) => void (await takeRest(request.raw)));
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body, done) => {
      try {
        const bytes = body as Buffer;
        if (bytes.length === 0) return done(null, undefined);
        done(null, parseJson(utf8.decode(bytes)));
      } catch (error) {
        done(error instanceof TypeError ? invalidUtf8() : (error as Error));
      }
    },
  );
}

function invalidUtf8(): Error {
  try {
    return refuse('VALIDATION_FAILED', { detail: 'The body is not UTF-8.' });
  } catch (error) {
    return error as Error;
  }
}
