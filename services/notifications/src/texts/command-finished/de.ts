import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '{{command}} auf „{{deviceName}}“',
  text: 'Ergebnis: {{outcome}}.',
};
