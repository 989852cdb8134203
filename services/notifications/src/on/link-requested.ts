import { linkPurposes, linkRequested, type LinkRequested } from '@tessera/contracts';
import { Consumes, type EventEnvelope, type Tx } from '@tessera/platform';
import { Notifier } from '../notifications/notifier.js';

/** The mail learns its token, its address and its language when it is sent; here is only the link's id. */
@Consumes(linkRequested)
export class OnLinkRequested {
  constructor(private readonly notifier: Notifier) {}

  async handle(event: EventEnvelope<LinkRequested>, tx: Tx): Promise<void> {
    const { linkId, purpose } = event.data;
    const template = linkPurposes.find((p) => p === purpose);
    // A purpose of a newer identity: a dead letter, which a newer release of this service can replay.
    if (!template) throw new Error(`no mail exists for a link of purpose ${purpose}`);
    await this.notifier.mail({ template, recipientId: null, facts: { linkId } }, tx);
  }
}
