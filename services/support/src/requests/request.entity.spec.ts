import { activeStatuses, inactiveStatuses, requestStatuses, type RequestStatus } from '@tessera/contracts';
import { SupportRequest } from './request.entity.js';

const later = new Date('2026-03-02T00:00:00Z');
const request = (status: RequestStatus): SupportRequest =>
  Object.assign(SupportRequest.register({ category: 'technical' }, new Date('2026-03-01T00:00:00Z')), {
    status,
  });
const codeOf = (act: () => void): string => {
  try {
    act();
    return 'OK';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a request', () => {
  it('[SUP-062] is in progress from its registration on', () => {
    expect(SupportRequest.register({ category: 'technical' }, later).status).toBe('in_progress');
  });

  it('[SUP-073] of category 4 is redirected at once, and final', () => {
    const redirected = SupportRequest.register({ category: 'threat_portal' }, later);
    expect([redirected.status, redirected.open]).toEqual(['closed_redirected', false]);
  });

  it.each(activeStatuses)('[SUP-073][SUP-078] in %s is in progress after the customer’s reply', (status) => {
    const answered = request(status);
    answered.answeredByCustomer(later);
    expect(answered.status).toBe('in_progress');
  });

  it.each(inactiveStatuses)('[SUP-071] in %s takes no message and no change', (status) => {
    const acts: ((r: SupportRequest) => void)[] = [
      (r) => r.answeredByCustomer(later),
      (r) => r.closedByCustomer(later),
      (r) => r.answeredBySupport('in_progress', later),
      (r) => r.answeredBySupport(undefined, later),
    ];
    for (const act of acts) {
      const final = request(status);
      expect(codeOf(() => act(final))).toBe('REQUEST_FINAL');
      expect(final.status).toBe(status);
    }
  });

  it('[SUP-073] is moved by support along these transitions only', () => {
    const allowed = Object.fromEntries(
      activeStatuses.map((from) => [
        from,
        requestStatuses.filter((to) => codeOf(() => request(from).answeredBySupport(to, later)) === 'OK'),
      ]),
    );
    const always = ['in_progress', 'awaiting_reply', 'solution_provided'];
    const cancelled = ['cancelled_by_specialist', 'cancelled_expired'];
    expect(allowed).toEqual({
      in_progress: [...always, ...cancelled],
      awaiting_reply: [...always, 'resolved_no_information', ...cancelled],
      solution_provided: [...always, 'resolved_no_information', 'closed', ...cancelled],
    });
  });

  it.each([
    ['solution_provided', 'closed'],
    ['awaiting_reply', 'resolved_no_information'],
    ['in_progress', 'in_progress'],
  ] as const)('[SUP-073] left alone in %s ends as %s', (from, to) => {
    const settled = request(from);
    settled.autoClose(later);
    expect(settled.status).toBe(to);
  });
});
