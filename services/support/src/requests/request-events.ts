import { requestChanged, requestRegistered } from '@tessera/contracts';
import type { Tx } from '@tessera/platform';
import type { SupportRequest } from './request.entity.js';

/** What every event about a request says of its envelope: the company's, and about its author's. */
export const about = (request: SupportRequest) => ({
  companyId: request.personal ? null : request.companyId,
  userId: request.authorId,
  aggregateId: request.id,
  version: request.version,
});

export function emitRegistered(request: SupportRequest, tx: Tx): void {
  const { id, number, authorId } = request;
  tx.emit(requestRegistered, { ...about(request), data: { requestId: id, number, authorId } });
}

export function emitChanged(request: SupportRequest, tx: Tx): void {
  tx.emit(requestChanged, { ...about(request), data: { requestId: request.id, status: request.status } });
}
