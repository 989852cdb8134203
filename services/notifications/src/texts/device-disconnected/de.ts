import type { NoticeText } from '../text.js';

export const notice: NoticeText = {
  title: '„{{deviceName}}“ ist getrennt',
  text: 'Das Gerät gehört nicht mehr zu Ihrem Konto; seine Lizenzen bleiben.',
};
