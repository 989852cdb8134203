import { Navigate } from 'react-router';
import { useMe } from '../../shell/session/session.js';
import { worksOnRequests } from './roles.js';

/** Everybody begins where their work is: support at the queue, the others at the orders. */
export default function Start() {
  return <Navigate replace to={worksOnRequests(useMe()) ? '/staff/requests' : '/staff/orders'} />;
}
