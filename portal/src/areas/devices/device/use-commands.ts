import { api, ask } from '../../../api/client.js';
import { useList } from '../../../ui/use-list.js';

/** A device's commands, the newest first; live changes of commands refresh them. */
export const useCommands = (id: string) =>
  useList({
    key: ['command', id],
    read: (cursor) =>
      ask(
        api.GET('/devices/{id}/commands', {
          params: { path: { id }, query: { limit: 10, ...(cursor ? { cursor } : {}) } },
        }),
      ),
  });
