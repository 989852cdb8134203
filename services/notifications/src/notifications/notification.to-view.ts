import type { NotificationView } from '@tessera/contracts';
import { notices } from '../texts/catalogue.js';
import { inWords } from '../texts/facts.js';
import { fillLine } from '../texts/fill.js';
import { languageFor } from '../texts/language.js';
import type { Notification } from './notification.entity.js';

/** @param tag the language of whoever reads it */
export function toView(n: Notification, tag: string): NotificationView {
  const language = languageFor(tag);
  const notice = notices[n.kind][language];
  const values = inWords(n.facts, language);
  return {
    id: n.id,
    kind: n.kind,
    title: fillLine(notice.title, values),
    text: fillLine(notice.text, values),
    topic: n.topic,
    topicId: n.topicId,
    createdAt: n.createdAt.toISOString(),
    readAt: n.readAt?.toISOString() ?? null,
  };
}
