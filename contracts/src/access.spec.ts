import { eventsOf, requestsOf, services } from './index.js';

/** Whatever is added here is open to people who were invited for a device alone (CON-08): it should cost a thought. */
const forDeviceMembers = {
  requests: [
    'rpc.identity.me.get.v1',
    'rpc.identity.me.update.v1',
    'rpc.identity.session.sign-out.v1',
    'rpc.notifications.notification.list.v1',
    'rpc.notifications.notification.read-all.v1',
    'rpc.notifications.notification.read.v1',
  ],
  live: ['me.changed', 'notification.created'],
};

it('is open to device members where a person looks after the own account, and nowhere else', () => {
  const requests = services.flatMap(requestsOf);
  const open = requests.filter((c) => 'also' in c.access && c.access.also?.includes('device_member'));
  expect(open.map((c) => c.subject).sort()).toEqual(forDeviceMembers.requests);
  const live = services
    .flatMap(eventsOf)
    .flatMap((c) => (c.live?.also?.includes('device_member') ? [c.live] : []));
  expect(live.map((l) => l.kind).sort()).toEqual(forDeviceMembers.live);
});
