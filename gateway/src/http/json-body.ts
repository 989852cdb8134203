import { JsonFault, parseJson } from '@tessera/contracts/kit';
import { refuse } from '@tessera/platform';
import type { FastifyInstance } from 'fastify';
import { takeRest } from './rest-of-body.js';

/** Bytes of a JSON body (spec/security.md). */
export const BODY_LIMIT = 100 * 1024;

/**
 * Reads a body as JSON, with the limits of the contracts' kit.
 * @throws Refusal VALIDATION_FAILED
 */
export function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) refuse('VALIDATION_FAILED', { detail: `The body ${error.message}.` });
    throw error;
  }
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
        done(null, readJson(utf8.decode(bytes)));
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
