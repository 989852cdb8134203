import type { CommandView } from '@tessera/contracts';
import type { Command } from './command.entity.js';

export function toCommandView(c: Command): CommandView {
  return {
    id: c.id,
    deviceId: c.deviceId,
    kind: c.kind,
    state: c.state,
    createdAt: c.createdAt.toISOString(),
    deliverBy: c.deliverBy.toISOString(),
    resultBy: c.resultBy.toISOString(),
    progress: c.progress,
    timeline: c.timeline.map(({ state, at, reason }) => ({ state, at, reason })),
    result: c.result,
  };
}
