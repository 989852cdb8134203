import { useMe } from '../../shell/session/session.js';

/** Whether the person may rename, command, connect and disconnect; who may not sees nothing to do it with. */
export const useMayManage = (): boolean => useMe().rights.includes('devices.manage');
