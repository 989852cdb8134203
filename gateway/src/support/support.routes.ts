import {
  addMessage,
  answerRequest,
  assignRequest,
  closeRequest,
  createRequest,
  findRequest,
  getRequest,
  getRequestForm,
  getStaffRequest,
  listMessages,
  listRequests,
  listStaffMessages,
  listStaffRequests,
} from '@tessera/contracts';
import { relayRoutes, route } from '../http/relay-routes.js';

export const SupportRoutes = relayRoutes({
  'GET /request-form': getRequestForm,
  'POST /requests': route(createRequest, { status: 201 }),
  'GET /requests': listRequests,
  'GET /requests/by-number/:number': findRequest,
  'GET /requests/:id': getRequest,
  'POST /requests/:id/close': closeRequest,
  'GET /requests/:id/messages': listMessages,
  'POST /requests/:id/messages': route(addMessage, { status: 201 }),
  'GET /staff/requests': listStaffRequests,
  'GET /staff/requests/:id': getStaffRequest,
  'GET /staff/requests/:id/messages': listStaffMessages,
  'POST /staff/requests/:id/messages': route(answerRequest, { status: 201 }),
  'POST /staff/requests/:id/assign': assignRequest,
});
