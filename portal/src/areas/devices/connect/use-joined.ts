import { useQuery } from '@tanstack/react-query';
import { api, ask, type View } from '../../../api/client.js';
import { readJoined, type Enrollment } from './enrollment.js';

/** In case the live stream is down. */
const LOOK_MS = 10_000;

/** Devices that have joined since the code was made, the newest first; a device that came back counts too. */
export function useJoined({ code, before, uses }: Enrollment): View<'DeviceView'>[] {
  const { data } = useQuery({
    queryKey: ['notification', 'joined', code],
    queryFn: async () => {
      const notices = (await readJoined()).filter(({ id }) => !before.includes(id));
      const ids = [...new Set(notices.flatMap(({ topicId }) => topicId ?? []))];
      return Promise.all(ids.map((id) => ask(api.GET('/devices/{id}', { params: { path: { id } } }))));
    },
    meta: { live: ['device'] },
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) < uses ? LOOK_MS : false),
  });
  return data ?? [];
}
