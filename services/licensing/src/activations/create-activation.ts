import { createActivation, type CreateActivation, type CreatedActivation } from '@tessera/contracts';
import { Gathering, Handles, Transaction, type RequestContext } from '@tessera/platform';
import { Guesses } from '../codes/guesses.js';
import { PresentedLicenses } from '../codes/presented-license.js';
import { ActivatingTogether, type Activating } from './activating-together.js';
import { fingerprintHashOf } from './certificates.js';

/** Activations of one transaction at most. */
const MOST = 64;
/** Transactions at once: one works in the database while the other signs. */
const LANES = 2;

/** Activations that come at the same time share a transaction: its round trips and its commit cost more than they do. */
@Handles(createActivation)
export class CreateActivationHandler {
  private readonly gathering: Gathering<Activating, CreatedActivation>;

  constructor(
    transaction: Transaction,
    together: ActivatingTogether,
    private readonly guesses: Guesses,
    private readonly presented: PresentedLicenses,
  ) {
    this.gathering = new Gathering(
      (batch) => transaction.together(batch, (tx, asked) => together.activate(asked, tx)),
      { most: MOST, lanes: LANES, laneOf, apart },
    );
  }

  handle(input: CreateActivation, ctx: RequestContext): Promise<CreatedActivation> {
    return this.guesses.countingWithin(ctx, async (counters) =>
      this.gathering.add({
        ctx,
        input,
        counters,
        presented: this.presented.read(input),
        fingerprintHash: fingerprintHashOf(input.fingerprint),
      }),
    );
  }
}

/** Those of one license make its seats one after the other. */
const laneOf = ({ presented }: Activating): number =>
  presented.by === 'code' ? presented.lookup[0]! : Number.parseInt(presented.entryId.slice(-2), 16);

/** Two applications of one device share its seat: the second is to find that of the first. */
const apart = ({ fingerprintHash }: Activating): string => fingerprintHash.toString('latin1');
