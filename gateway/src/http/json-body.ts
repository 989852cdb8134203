import { JsonFault, parseJson } from '@tessera/contracts/kit';
import { addressKey, refuse } from '@tessera/platform';
import type { FastifyInstance } from 'fastify';
import { drainBody } from './drain-body.js';
import { TimeSlicer } from './time-sliced-listener.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a body that was read as JSON. */
    bodyBytes?: number;
  }
}

/** Bytes of a JSON body (spec/security.md). */
export const MAX_BODY_BYTES = 100 * 1024;

/** A body of this size is read and checked faster than it could be queued for a time slice. */
const MAX_UNSLICED_BYTES = 4 * 1024;

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

/** Refuses what is not UTF-8; without `stream`, no body leaves anything behind for the next. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The only content type of request bodies; uploads add theirs on their own routes. */
export function acceptJson(fastify: FastifyInstance, slicer = new TimeSlicer()): void {
  fastify.removeAllContentTypeParsers();
  // Of a body that cannot be read; the connection is closed after the answer.
  fastify.addHook('onError', async (request) => void (await drainBody(request.raw)));
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body, done) => {
      const bytes = body as Buffer;
      request.bodyBytes = bytes.length;
      if (bytes.length === 0) return done(null, undefined);
      const read = () => {
        let json: unknown;
        try {
          json = readJson(utf8.decode(bytes));
        } catch (error) {
          return done(error instanceof TypeError ? invalidUtf8() : (error as Error));
        }
        done(null, json);
      };
      if (bytes.length <= MAX_UNSLICED_BYTES) read();
      else slicer.run(() => addressKey(request.ip), read);
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
