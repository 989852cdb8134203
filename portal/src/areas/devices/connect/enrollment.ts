import { api, ask, type View } from '../../../api/client.js';

export interface Enrollment extends View<'DrawnEnrollment'> {
  /** How many devices may join with it. */
  uses: number;
  /** Notices of joined devices that were there before the code was. */
  before: readonly string[];
}

/** The newest notices of devices that have joined with a code of this person's. */
export const readJoined = async (): Promise<View<'NotificationView'>[]> => {
  const { items } = await ask(api.GET('/notifications', { params: { query: { limit: 100 } } }));
  return items.filter(({ kind }) => kind === 'device_enrolled');
};
