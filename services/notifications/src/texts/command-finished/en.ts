import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '{{command}} on “{{deviceName}}”',
  text: 'The command {{outcome}}.',
};
