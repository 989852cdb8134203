import type { StateFiles } from './files.js';
import { makeKeyPair, type KeyPair, type ServiceKey } from './protocol.js';

/** What a device is: its key pair, made here, and its enrollment, which may end and begin again. */
export interface Identity {
  keys: KeyPair;
  enrollment: Enrollment | null;
  /** After a quarantine: the key pair of the next enrollment, which the old one vouches for. */
  nextKeys?: KeyPair;
}

export interface Enrollment {
  deviceId: string;
  epoch: number;
  serviceKeys: ServiceKey[];
  /** What the next session has to show; empty before the first. */
  continuity: string;
}

const FILE = 'identity.json';

export class IdentityFile {
  readonly identity: Identity;

  constructor(private readonly files: StateFiles) {
    this.identity = files.read<Identity>(FILE) ?? { keys: makeKeyPair(), enrollment: null };
    this.save();
  }

  get enrollment(): Enrollment | null {
    return this.identity.enrollment;
  }

  enroll(enrollment: Enrollment | null): void {
    this.identity.enrollment = enrollment;
    this.save();
  }

  /** Somebody else has the key pair. The next one is kept before it is used, so that a repetition is the same. */
  suspectKeys(): void {
    this.identity.nextKeys ??= makeKeyPair();
    this.save();
  }

  /** The platform knows the device by its next key pair. */
  replaceKeys(): void {
    this.identity.keys = this.identity.nextKeys!;
    delete this.identity.nextKeys;
    this.save();
  }

  /** Before the session is used: a value that is lost here makes the platform see a double. */
  keepContinuity(continuity: string): void {
    this.identity.enrollment!.continuity = continuity;
    this.save();
  }

  private save(): void {
    this.files.write(FILE, this.identity);
  }
}
