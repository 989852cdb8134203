/** One case of docs/key-file-vectors.json. */
export interface Case {
  name: string;
  /** `answer`: a certificate that has just come as the answer to a request with this nonce. */
  reader: 'key file' | 'certificate' | 'answer';
  /** `ok` or the code. */
  expected: string;
  rootPublicKeys: string[];
  productId: string;
  version?: string;
  now?: string;
  fingerprint?: string;
  nonce?: string;
  text: string;
}
