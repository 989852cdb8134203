import { createUser } from '@nats-io/nkeys';

/** A new user of the bus: the seed is the secret of the service, the public key goes into the server's configuration. */
export function makeNkey(): { seed: string; publicKey: string } {
  const user = createUser();
  return { seed: new TextDecoder().decode(user.getSeed()), publicKey: user.getPublicKey() };
}
