import type { Access } from '@tessera/contracts/kit';
import type { Problem } from '../errors/problem.js';
import { requireAccess } from './access.js';
import { RequestContext } from './request-context.js';

const codeFor = (access: Access, role: string | null, more: { companyId?: null; rights?: string[] } = {}) => {
  const actor = role && { userId: 'u', companyId: 'c', rights: [], sessionId: 's', ...more, role };
  try {
    requireAccess(access, new RequestContext({ actor: actor || null }));
    return 'OK';
  } catch (error) {
    return (error as Problem).code;
  }
};

describe('the access rule of a contract', () => {
  const signedIn: Access = { who: 'signed_in' };
  const company: Access = { who: 'company' };

  it('admits no confined role that it does not name', () => {
    for (const access of [signedIn, company, { ...company, right: 'x' }]) {
      expect(codeFor(access, 'device_member')).toBe('RIGHT_MISSING');
    }
    for (const access of [signedIn, company]) {
      expect(codeFor({ ...access, also: ['device_member'] } as Access, 'device_member')).toBe('OK');
      expect(codeFor(access, 'member')).toBe('OK');
    }
    expect(codeFor({ ...company, right: 'x', also: ['device_member'] }, 'device_member')).toBe(
      'RIGHT_MISSING',
    );
    expect(codeFor({ who: 'staff', roles: ['keeper'] }, 'device_member')).toBe('NOT_FOUND');
    expect(codeFor({ who: 'public' }, 'device_member')).toBe('OK');
  });

  it('checks the session first, then the company, then the right', () => {
    const rule: Access = { ...company, right: 'x' };
    expect(codeFor(rule, null)).toBe('UNAUTHENTICATED');
    expect(codeFor(signedIn, null)).toBe('UNAUTHENTICATED');
    expect(codeFor(rule, 'none', { companyId: null })).toBe('COMPANY_REQUIRED');
    expect(codeFor(rule, 'administrator')).toBe('RIGHT_MISSING');
    expect(codeFor(rule, 'administrator', { rights: ['y'] })).toBe('RIGHT_MISSING');
    expect(codeFor(rule, 'administrator', { rights: ['x'] })).toBe('OK');
  });
});
