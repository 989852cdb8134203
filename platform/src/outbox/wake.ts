import { Injectable } from '@nestjs/common';

/** Tells the relay, in this process or in the leader's, that rows wait: LISTEN/NOTIFY would slow every commit. */
@Injectable()
export class OutboxWake {
  private listener: () => void = () => undefined;

  now(): void {
    this.listener();
  }

  listen(listener: () => void): void {
    this.listener = listener;
  }
}
