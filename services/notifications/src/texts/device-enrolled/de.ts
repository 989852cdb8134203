import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '„{{deviceName}}“ ist verbunden',
  text: 'Das Gerät gehört jetzt zu Ihrem Konto.',
};
