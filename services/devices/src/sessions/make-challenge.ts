import { makeChallenge, type Challenge } from '@tessera/contracts';
import { Handles } from '@tessera/platform';
import { Challenges } from './challenges.js';

@Handles(makeChallenge)
export class MakeChallengeHandler {
  constructor(private readonly challenges: Challenges) {}

  async handle(): Promise<Challenge> {
    const { challenge, expiresAt } = this.challenges.make();
    return { challenge, expiresAt: expiresAt.toISOString() };
  }
}
