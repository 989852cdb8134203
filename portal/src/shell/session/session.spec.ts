import type { Me } from '../area.js';
import { homeOf, safeNext } from './session.js';

const person = (role: string) => ({ role }) as Me;

describe('where a person goes', () => {
  it.each([
    ['owner', '/'],
    ['member', '/'],
    ['none', '/'],
    ['support-agent', '/staff'],
    ['license-admin', '/staff'],
    ['partner', '/staff'],
  ])('a person with the role %s begins at %s', (role, home) => {
    expect(homeOf(person(role))).toBe(home);
  });

  it('without a session begins at the sign-in', () => {
    expect(homeOf(null)).toBe('/sign-in');
  });

  it.each(['/licenses/1?x=2#y', '/staff', '/'])('goes on to %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/sign-in?next=/x',
    '/a\n//b',
  ])('never goes on to %j', (next) => {
    expect(safeNext(next)).toBeNull();
  });
});
