import type { RefusedPart } from './check-in.js';
import type { CommandReport } from './ledger.js';
import type { Order, OrderRefusal } from './protocol.js';
import type { Executor } from './runner.js';

export type Platform = 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other';

/** Facts about the device; what is left out is not judged. */
export interface Report {
  protectionRunning?: boolean;
  realTimeProtection?: boolean;
  /** By this device's clock, ISO 8601 in UTC. */
  databasesAt?: string;
  activeThreats?: number;
  possibleThreats?: number;
  encryptionFailed?: boolean;
  /** ISO 8601 in UTC. */
  licenseExpiresAt?: string;
  incompatibleApp?: boolean;
  restartRequired?: boolean;
  activity?: 'idle' | 'scan' | 'update';
}

export interface InstalledApp {
  product: string;
  version: string;
  components?: { id: string; name: string; state: 'on' | 'off' | 'failed' }[];
}

export interface Description {
  report?: Report;
  /** All that are installed: one that is missing has been uninstalled. */
  apps?: InstalledApp[];
}

export interface AgentOptions {
  /** Where the platform is served, `https://portal.vendor.example`; plain http only to this machine. */
  baseUrl: string;
  /** A directory of its own for the key pair and the commands done; made with mode 0700. */
  stateDir: string;
  /** Asked before every check-in; only what has changed is sent. */
  describe: () => Description | Promise<Description>;
  /** What this device can do, by the kind of command: quick_scan, full_scan, update_databases. */
  execute: Readonly<Record<string, Executor>>;
  /** false: no socket, only check-ins. */
  live?: boolean;
  onEvent?: (event: AgentEvent) => void;
}

export interface EnrollmentRequest {
  code: string;
  name: string;
  platform: Platform;
}

export type AgentEvent =
  | { type: 'enrolled'; deviceId: string; epoch: number }
  | { type: 'connected' | 'disconnected' }
  | { type: 'synced'; reported: CommandReport[]; received: number; nextInterval: number }
  /** The platform could not read it, has taken the rest, and is not told it again. */
  | { type: 'refused'; parts: RefusedPart[] }
  | { type: 'order'; order: Order }
  | { type: 'ignored'; reason: OrderRefusal }
  | { type: 'failed'; error: Error; retryInMs: number }
  /** The platform ended the enrollment: ENROLLMENT_ENDED or DEVICE_QUARANTINED. */
  | { type: 'ended'; code: string };
