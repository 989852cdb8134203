import { listSeats, type ListSeats, type SeatList, type SeatView } from '@tessera/contracts';
import { Cursors, Database, Handles, type RequestContext } from '@tessera/platform';
import { Catalogue, type OfferedProduct } from '../catalogue/catalogue.js';
import { LicensesRepository } from '../licenses/licenses.repository.js';
import { SeatsRepository, takenAt, type TakenSeat } from './seats.repository.js';

@Handles(listSeats)
export class ListSeatsHandler {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly licenses: LicensesRepository,
    private readonly seats: SeatsRepository,
    private readonly catalogue: Catalogue,
  ) {}

  async handle({ id, limit = 25, cursor }: ListSeats, ctx: RequestContext): Promise<SeatList> {
    const { license } = await this.licenses.get(ctx.companyId, id, this.database);
    const scope = `seats:${ctx.companyId}:${id}`;
    const after = cursor ? (this.cursors.decode(cursor, scope)[0] as string) : null;
    const read = await this.seats.list(license.id, { after, count: limit + 1 }, this.database);
    const products = await this.catalogue.all();
    return this.cursors.page(
      read,
      limit,
      scope,
      (seat) => [seat.id],
      (seat) => toView(seat, products),
    );
  }
}

function toView(seat: TakenSeat, products: ReadonlyMap<string, OfferedProduct>): SeatView {
  return {
    id: seat.id,
    deviceName: seat.deviceName,
    takenAt: takenAt(seat.id).toISOString(),
    applications: seat.applications.map(({ product, version }) => ({
      product,
      name: products.get(product)?.name ?? product,
      version,
    })),
  };
}
