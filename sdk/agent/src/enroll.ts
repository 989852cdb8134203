import { isRefusalOfContent } from './errors.js';
import { post } from './http.js';
import type { Identity } from './identity.js';
import type { Description, EnrollmentRequest } from './options.js';
import {
  enrollmentProof,
  normalizeCode,
  replacementProof,
  type KeyPair,
  type ServiceKey,
} from './protocol.js';

export interface EnrollmentReply {
  deviceId: string;
  epoch: number;
  serviceKeys: ServiceKey[];
}

export interface Enrolled extends EnrollmentReply {
  /** The platform has heard the description as well. */
  described: boolean;
  /** It knows the device by its next key pair from now on. */
  replaced: boolean;
}

/**
 * Asks to join. A platform that is older refuses what it does not know: then only what every platform needs is said, and the
 * description follows with the check-ins.
 * @throws AgentRefused, PlatformUnreachable
 */
export async function enroll(
  baseUrl: string,
  { keys, nextKeys }: Identity,
  request: EnrollmentRequest & { capabilities: string[] },
  description: Description,
): Promise<Enrolled> {
  const plain = (by: KeyPair) => ({
    ...request,
    code: normalizeCode(request.code),
    publicKey: by.publicKey,
    proof: enrollmentProof(by, request.code),
  });
  const replacement = nextKeys && {
    previousPublicKey: keys.publicKey,
    previousProof: replacementProof(keys, request.code, nextKeys.publicKey),
  };
  const ask = (body: object) => post<EnrollmentReply>(baseUrl, 'enroll', body);
  try {
    const clock = new Date().toISOString();
    const reply = await ask({ ...plain(nextKeys ?? keys), ...replacement, clock, ...description });
    return { ...reply, described: true, replaced: nextKeys !== undefined };
  } catch (error) {
    // 422 is about the code and the proof, which are the same in any case.
    if (!isRefusalOfContent(error) || error.status === 422) throw error;
  }
  return { ...(await ask(plain(keys))), described: false, replaced: false };
}
