import { listNotifications, readAllNotifications, readNotification } from '@tessera/contracts';
import { relayRoutes } from '../http/relay-routes.js';

export const NotificationsRoutes = relayRoutes({
  'GET /notifications': listNotifications,
  'POST /notifications/read-all': readAllNotifications,
  'POST /notifications/:id/read': readNotification,
});
