/** The parts of nats-core's connection that are not in its types. A spec, and fault 22, fail when an update renames one. */
export interface Inside {
  protocol?: {
    flushPending?: () => void;
    sendCommand?: (command: string) => void;
    _doDial?: (server: unknown) => Promise<void>;
  };
  options?: { ignoreAuthErrorAbort?: boolean };
}
