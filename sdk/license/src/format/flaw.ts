/** What may be wrong with a sealed document whatever its type; codes put the type's name in front. */
export type Flaw = 'MALFORMED' | 'TAMPERED' | 'FOREIGN_SIGNER';
