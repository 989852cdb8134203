import { Problem, problemDocument, Refusal } from './problem.js';
import { toProblem } from './to-problem.js';

const TRACE = '1'.repeat(32);
const declared = { SEATS_EXHAUSTED: 'conflict' } as const;
const mapped = (error: unknown) => {
  const { document, unexpected } = toProblem(error, declared, TRACE);
  expect(document.traceId).toBe(TRACE);
  return { code: document.code, unexpected };
};
const fromDatabase = (code: string) =>
  Object.assign(new Error('it says which statement'), { driverError: { code } });

describe('the problem document of a failure', () => {
  it.each([
    ['a row that is there already', '23505', 'CONFLICT'],
    ['two times that overlap', '23P01', 'CONFLICT'],
    ['a statement that was cancelled', '57014', 'DEADLINE_EXCEEDED'],
    ['a lock that was not to be had', '55P03', 'DEADLINE_EXCEEDED'],
    ['a serialization failure', '40001', 'UNAVAILABLE'],
    ['a deadlock', '40P01', 'UNAVAILABLE'],
    ['a full disk', '53100', 'UNAVAILABLE'],
    ['a database that shuts down', '57P01', 'UNAVAILABLE'],
    ['a connection that was refused', 'ECONNREFUSED', 'UNAVAILABLE'],
    ['a mistake of ours', '42601', 'INTERNAL'],
  ])('says of %s (%s) %s, and logs it', (_, state, code) => {
    expect(mapped(fromDatabase(state))).toEqual({ code, unexpected: true });
    expect(JSON.stringify(toProblem(fromDatabase(state), declared, TRACE))).not.toContain('statement');
  });

  it('passes on what the contract declares, or all may say, and nothing else', () => {
    expect(mapped(new Refusal('SEATS_EXHAUSTED'))).toEqual({ code: 'SEATS_EXHAUSTED', unexpected: false });
    expect(mapped(new Refusal('NOT_OURS'))).toEqual({ code: 'INTERNAL', unexpected: true });
    const neighbours = (code: string) => new Problem(problemDocument(code, 'conflict', 'another'));
    expect(mapped(neighbours('SEATS_EXHAUSTED'))).toEqual({ code: 'SEATS_EXHAUSTED', unexpected: false });
    expect(mapped(neighbours('NOT_OURS'))).toEqual({ code: 'INTERNAL', unexpected: true });
  });

  it('says nothing of a bug', () => {
    expect(mapped(new TypeError('x is undefined'))).toEqual({ code: 'INTERNAL', unexpected: true });
  });
});
