import { makeLogger, Problem, Refusal, problemDocument } from '@tessera/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem-filter.js';

describe('the security log of the gateway', () => {
  let lines: { security: Record<string, unknown>; msg: string }[];
  let filter: ProblemFilter;
  beforeEach(() => {
    lines = [];
    const log = makeLogger('gateway', 'fatal', {
      write: (line) => void lines.push(JSON.parse(line) as never),
    });
    filter = new ProblemFilter(log, { of: () => [] } as never);
  });

  /** What a client at an address is refused with, on its way to a route. */
  function refuse(error: Error, ip = '192.0.2.77', url = '/api/v1/licenses/:id'): void {
    const request = { ip, method: 'POST', headers: {}, cookies: {}, url: '/', routeOptions: { url } };
    const reply = new Proxy({ sent: false, raw: { headersSent: false } } as Record<string, unknown>, {
      get: (target, name: string) => target[name] ?? (() => reply),
    });
    filter.answer(error, request as unknown as FastifyRequest, reply as unknown as FastifyReply);
  }

  it('has one line for requests of other sites, with the route and the network', () => {
    refuse(new Refusal('ORIGIN_REFUSED'));
    expect(lines).toMatchObject([
      {
        msg: 'malicious_cors',
        security: {
          event: 'malicious_cors',
          network: '192.0.2.0/24',
          subject: 'POST /api/v1/licenses/:id',
          code: 'ORIGIN_REFUSED',
          times: 1,
        },
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('192.0.2.77');
  });

  it('has one line a minute for a caller over its limit, and one for each other caller', () => {
    for (let n = 0; n < 50; n++) refuse(new Refusal('TOO_MANY_REQUESTS', { retryAfter: 1 }));
    refuse(new Refusal('TOO_MANY_REQUESTS', { retryAfter: 1 }), '2001:db8:1:2::9');
    expect(lines.map((l) => [l.msg, l.security.network])).toEqual([
      ['excess_rate_limit_exceeded', '192.0.2.0/24'],
      ['excess_rate_limit_exceeded', '2001:db8:1:2::/64'],
    ]);
  });

  it('has nothing of what a service refused, which writes that itself, nor of other faults', () => {
    refuse(new Problem(problemDocument('TOO_MANY_REQUESTS', 'too_many', 't')));
    refuse(new Problem(problemDocument('RIGHT_MISSING', 'forbidden', 't')));
    refuse(new Refusal('VALIDATION_FAILED'));
    expect(lines).toEqual([]);
  });
});
