import type { FastifyRequest } from 'fastify';
import { codeOf } from '@tessera/platform/testing';
import { requireBrowser, requireSameOrigin } from './same-origin.js';

describe('the check of origins', () => {
  const check = (method: string, headers: Record<string, string>) =>
    codeOf(
      Promise.resolve().then(() =>
        requireSameOrigin(
          { method, headers: { host: 'portal.vendor.example', ...headers } } as unknown as FastifyRequest,
          'https://portal.vendor.example',
        ),
      ),
    );

  it.each([
    [
      'a page of ours',
      'POST',
      { origin: 'https://portal.vendor.example', 'sec-fetch-site': 'same-origin' },
      'OK',
    ],
    ['a program', 'POST', {}, 'OK'],
    ['a person who types the address', 'GET', { 'sec-fetch-site': 'none' }, 'OK'],
    ['a link from elsewhere', 'GET', { 'sec-fetch-site': 'cross-site' }, 'OK'],
    [
      'a form of another site',
      'POST',
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      'ORIGIN_REFUSED',
    ],
    ['a page of a sister domain', 'DELETE', { 'sec-fetch-site': 'same-site' }, 'ORIGIN_REFUSED'],
    ['another site in an old browser', 'POST', { origin: 'https://evil.example' }, 'ORIGIN_REFUSED'],
    ['a sandboxed frame', 'POST', { origin: 'null' }, 'ORIGIN_REFUSED'],
    ['another scheme', 'POST', { origin: 'http://portal.vendor.example' }, 'ORIGIN_REFUSED'],
    ['another port', 'POST', { origin: 'https://portal.vendor.example:8443' }, 'ORIGIN_REFUSED'],
  ])('answers %s', async (_who, method, headers, code) => {
    expect(await check(method, headers as Record<string, string>)).toBe(code);
  });

  it.each([
    ['POST', {}, 'ORIGIN_REFUSED'],
    ['DELETE', { referer: 'https://portal.vendor.example/' }, 'ORIGIN_REFUSED'],
    ['POST', { origin: 'https://portal.vendor.example' }, 'OK'],
    ['POST', { 'sec-fetch-site': 'same-origin' }, 'OK'],
    ['GET', {}, 'OK'],
    ['HEAD', {}, 'OK'],
  ])(
    'takes a cookie at %s with %j only from a browser that says where it comes from',
    async (method, headers, code) => {
      const request = { method, headers } as unknown as FastifyRequest;
      expect(await codeOf(Promise.resolve().then(() => requireBrowser(request)))).toBe(code);
    },
  );
});
