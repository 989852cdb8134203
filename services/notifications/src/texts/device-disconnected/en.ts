import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '“{{deviceName}}” is disconnected',
  text: 'The device has left your account; its licenses stay.',
};
