import { addLicense, getLicense, getKeyFile, listLicenses, releaseSeat } from '@tessera/contracts';
import { relayRoutes, route } from './relay-routes.js';

relayRoutes({
  'GET /licenses': listLicenses,
  'POST /licenses': route(addLicense, { status: 201 }),
  'GET /licenses/:id': getLicense,
  'DELETE /licenses/:id/seats/:seatId': releaseSeat,
  'GET /licenses/:id/key-files/:name': route(getKeyFile, {
    download: ({ name, text }) => ({ fileName: name, type: 'text/plain', body: Buffer.from(text) }),
  }),
});

relayRoutes({
  // @ts-expect-error addLicense has no field `id`
  'POST /licenses/:id': addLicense,
});
relayRoutes({
  // @ts-expect-error releaseSeat has no field `seat`
  'DELETE /licenses/:id/seats/:seat': releaseSeat,
});
relayRoutes({
  // @ts-expect-error options do not hide a parameter that is no field
  'GET /licenses/:licenseId': route(getLicense, { etag: true }),
});
relayRoutes({
  // @ts-expect-error a row is a method and a path
  '/licenses': listLicenses,
});
// @ts-expect-error a license has no field `text`
route(getLicense, { download: ({ text }) => ({ fileName: 'a', type: 'b', body: Buffer.from(text) }) });
