import type { Refusal } from '@tessera/platform';
import { License } from './license.entity.js';

const readAt = new Date('2026-11-21T12:00:00Z');
const before = new Date('2026-11-01T00:00:00Z');
const after = new Date('2027-11-01T00:00:00Z');

function license(facts: Partial<License> = {}): License {
  const usual = {
    startsAt: before,
    expiresAt: after,
    firstActivatedAt: null,
    blockedAt: null,
    supersededBy: null,
  };
  return Object.assign(new License(), { ...usual, readAt, ...facts });
}

const codeOf = (act: () => void): string => {
  try {
    act();
    return 'OK';
  } catch (error) {
    return (error as Refusal).code;
  }
};

const activated = { firstActivatedAt: before };
const blocked = { blockedAt: before };
const expired = { expiresAt: readAt };

describe('the state of a license', () => {
  it.each<[string, Partial<License>]>([
    ['not_activated', {}],
    ['not_activated', { startsAt: after }],
    ['active', activated],
    ['expired', { ...activated, ...expired }],
    ['expired', expired],
    ['blocked', { ...activated, ...blocked }],
    ['blocked', { ...blocked, ...expired }],
    ['superseded', { ...blocked, ...expired, supersededBy: 'x' }],
  ])('is %s for %j', (status, facts) => {
    expect(license(facts).status).toBe(status);
  });

  it('has every flaw at once, the gravest first', () => {
    const facts = { ...blocked, ...expired, supersededBy: 'x', startsAt: after };
    expect(license(facts).flaws).toEqual([
      'LICENSE_SUPERSEDED',
      'LICENSE_BLOCKED',
      'LICENSE_EXPIRED',
      'LICENSE_NOT_STARTED',
    ]);
  });

  it.each<[Partial<License>, string, string, string]>([
    [{}, 'OK', 'OK', 'OK'],
    [{ startsAt: after }, 'LICENSE_NOT_STARTED', 'OK', 'OK'],
    [expired, 'LICENSE_EXPIRED', 'LICENSE_EXPIRED', 'OK'],
    [blocked, 'LICENSE_BLOCKED', 'LICENSE_BLOCKED', 'LICENSE_BLOCKED'],
    [{ supersededBy: 'x' }, 'LICENSE_SUPERSEDED', 'LICENSE_SUPERSEDED', 'LICENSE_SUPERSEDED'],
  ])('%j: to use %s, to add %s, to hand out %s', (facts, use, add, handOut) => {
    const it = license(facts);
    expect(codeOf(() => it.requireUsable())).toBe(use);
    expect(codeOf(() => it.requireAddable())).toBe(add);
    expect(codeOf(() => it.requireHandedOut())).toBe(handOut);
  });

  it('keeps the first block, and is as before when it is lifted', () => {
    const it = license(activated);
    expect([it.block('stolen'), it.block('again'), it.blockReason]).toEqual([true, false, 'stolen']);
    expect([it.unblock(), it.unblock(), it.status]).toEqual([true, false, 'active']);
  });
});
