export { TesseraAgent } from './agent.js';
export type {
  AgentEvent,
  AgentOptions,
  Description,
  EnrollmentRequest,
  InstalledApp,
  Platform,
  Report,
} from './options.js';
export type { RefusedPart } from './check-in.js';
export type { Command, Executor } from './runner.js';
export type { CommandReport, ReportedState } from './ledger.js';
export type { Order, OrderRefusal, ServiceKey, SignedCommand } from './protocol.js';
export { AgentRefused, PlatformUnreachable } from './errors.js';
