import { getMessageBrief } from '@tessera/contracts';
import { person } from './person.js';
import { idOf, type Source } from './source.js';

/** Mails about a request: what was written is fetched from support and is not kept here. */
export const supportRequest: Source = async (mail, context) => {
  const requestId = idOf(mail, 'requestId');
  const messageId = mail.facts.messageId === undefined ? {} : { messageId: idOf(mail, 'messageId') };
  const [draft, brief] = await Promise.all([
    person(mail, context),
    context.bus.ask(getMessageBrief, { requestId, ...messageId }, context.ctx),
  ]);
  return {
    ...draft,
    // The status is the one of the event: it says what this answer asks for, not what came after it.
    facts: {
      status: brief.status,
      ...mail.facts,
      number: brief.number,
      subject: brief.subject,
      writer: brief.writer,
    },
    values: {
      answer: { passage: brief.text },
      requestUrl: { link: `${context.config.PUBLIC_URL}/requests/${requestId}` },
    },
  };
};
