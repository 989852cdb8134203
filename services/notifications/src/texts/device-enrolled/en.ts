import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '“{{deviceName}}” is connected',
  text: 'The device has joined your account.',
};
