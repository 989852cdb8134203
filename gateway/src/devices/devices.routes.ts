import {
  DrawnEnrollment,
  cancelCommand,
  createEnrollment,
  disconnectDevice,
  getDevice,
  listCommands,
  listDevices,
  listEnrollments,
  renameDevice,
  revokeEnrollment,
  sendCommand,
} from '@tessera/contracts';
import { drawn } from './qr-code.js';
import { relayRoutes, route } from '../http/relay-routes.js';

export const DevicesRoutes = relayRoutes({
  'POST /devices/:id/commands': route(sendCommand, { status: 202 }),
  'GET /devices/:id/commands': listCommands,
  'POST /commands/:id/cancel': route(cancelCommand, { status: 202 }),
  'GET /devices': listDevices,
  'GET /devices/:id': route(getDevice, { etag: true }),
  'PATCH /devices/:id': route(renameDevice, { etag: true }),
  'DELETE /devices/:id': disconnectDevice,
  'POST /devices/enrollments': route(createEnrollment, {
    status: 201,
    reply: DrawnEnrollment,
    present: drawn,
  }),
  'GET /devices/enrollments': listEnrollments,
  'DELETE /devices/enrollments/:id': revokeEnrollment,
});
