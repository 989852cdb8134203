import { textLanguage, type NotificationView } from '@tessera/contracts';
import { texts } from '../texts/catalogue.js';
import { inWords } from '../texts/facts.js';
import { fillLine } from '../texts/fill.js';
import type { Notification } from './notification.entity.js';

/** @param tag the reader's language */
export function toView(n: Notification, tag: string): NotificationView {
  const language = textLanguage(tag);
  const values = inWords(n.facts, language);
  return {
    id: n.id,
    kind: n.kind,
    title: fillLine(texts.template(`notices.${n.kind}.title`, language), values),
    text: fillLine(texts.template(`notices.${n.kind}.text`, language), values),
    topic: n.topic,
    topicId: n.topicId,
    createdAt: n.createdAt.toISOString(),
    readAt: n.readAt?.toISOString() ?? null,
  };
}
