import { randomBytes } from 'node:crypto';
import { isWished, type Answer, type Kind, type Operation } from './ledger.js';

/** The first ledger: everything that clients asked, and what they were told. */
export class RequestLog {
  readonly operations: Operation[] = [];
  readonly sights: { company: string; ids: string[] }[] = [];
  readonly absences: { from: number; to: number }[] = [];

  open(kind: Kind, company: string, keyed: boolean): Operation {
    const operation = {
      op: `op-${kind}-${randomBytes(9).toString('hex')}`,
      kind,
      company,
      keyed,
      answers: [],
    };
    this.operations.push(operation);
    return operation;
  }

  /** Sends one request and writes down how it ended. Never throws: also a cut connection is an answer. */
  async ask(operation: Operation, send: () => Promise<Response>): Promise<{ answer: Answer; body: unknown }> {
    const began = performance.now();
    const answer: Answer = { began, ended: began, status: 0, code: null, retryAfter: null, id: null };
    let body: unknown = null;
    try {
      const response = await send();
      const text = await response.text();
      body = text ? JSON.parse(text) : null;
      const isProblem = /^application\/problem\+json/.test(response.headers.get('content-type') ?? '');
      const { id, code } = (body ?? {}) as { id?: string; code?: string };
      Object.assign(answer, {
        status: response.status,
        code: isProblem ? (code ?? null) : null,
        retryAfter: response.headers.get('retry-after'),
        id: response.ok ? (id ?? null) : null,
      });
    } catch (error) {
      answer.code = String((error as { cause?: unknown }).cause ?? error);
    }
    answer.ended = performance.now();
    operation.answers.push(answer);
    return { answer, body };
  }

  /** What did not succeed among the answers to requests that began at or after an instant. */
  failures(since = 0): { operation: Operation; answer: Answer }[] {
    return this.operations.flatMap((operation) =>
      operation.answers
        .filter((a) => a.began >= since && !isWished(a, operation))
        .map((answer) => ({ operation, answer })),
    );
  }

  answersSince(since: number): Answer[] {
    return this.operations.flatMap((o) => o.answers).filter((a) => a.began >= since);
  }
}
