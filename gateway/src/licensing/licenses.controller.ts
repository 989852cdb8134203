import { Controller } from '@nestjs/common';
import {
  addLicense,
  type AddLicense,
  getKeyFile,
  type GetKeyFile,
  getLicense,
  type GetLicense,
  listLicenseApplications,
  type ListLicenseApplications,
  listLicenses,
  type ListLicenses,
  listSeats,
  type ListSeats,
  releaseSeat,
  type ReleaseSeat,
  removeLicense,
  type RemoveLicense,
} from '@tessera/contracts';
import { Bus, type RequestContext } from '@tessera/platform';
import { Ctx, Input, Route } from '../http/route.js';

@Controller()
export class LicensesController {
  constructor(private readonly bus: Bus) {}

  @Route('GET /licenses', listLicenses)
  list(@Input() input: ListLicenses, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listLicenses, input, ctx);
  }

  @Route('POST /licenses', addLicense, { status: 201 })
  add(@Input() input: AddLicense, @Ctx() ctx: RequestContext) {
    return this.bus.relay(addLicense, input, ctx);
  }

  @Route('GET /licenses/:id', getLicense)
  get(@Input() input: GetLicense, @Ctx() ctx: RequestContext) {
    return this.bus.relay(getLicense, input, ctx);
  }

  @Route('DELETE /licenses/:id', removeLicense)
  remove(@Input() input: RemoveLicense, @Ctx() ctx: RequestContext) {
    return this.bus.relay(removeLicense, input, ctx);
  }

  @Route('GET /licenses/:id/applications', listLicenseApplications)
  applications(@Input() input: ListLicenseApplications, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listLicenseApplications, input, ctx);
  }

  @Route('GET /licenses/:id/seats', listSeats)
  seats(@Input() input: ListSeats, @Ctx() ctx: RequestContext) {
    return this.bus.relay(listSeats, input, ctx);
  }

  @Route('DELETE /licenses/:id/seats/:seatId', releaseSeat)
  releaseSeat(@Input() input: ReleaseSeat, @Ctx() ctx: RequestContext) {
    return this.bus.relay(releaseSeat, input, ctx);
  }

  @Route('GET /licenses/:id/key-files/:name', getKeyFile, {
    download: ({ name, text }) => ({
      fileName: name,
      type: 'application/octet-stream',
      body: Buffer.from(text),
    }),
  })
  keyFile(@Input() input: GetKeyFile, @Ctx() ctx: RequestContext) {
    return this.bus.ask(getKeyFile, input, ctx);
  }
}
