import type { EntitledProduct, FormLevel } from '@tessera/contracts';
import { refuse } from '@tessera/platform';

/**
 * The levels that a person may choose for a product, and why not the others (SUP-026, SUP-027, SUP-040). Premium comes
 * from a contract that names the person as a contact; a license alone gives no right to it (SUP-004).
 */
export function levelsFor(product: Pick<EntitledProduct, 'premiumSupport'> | null): FormLevel[] {
  return [
    { level: 'standard', allowed: true, reason: null },
    {
      level: 'premium',
      allowed: false,
      reason: product && !product.premiumSupport ? 'PRODUCT_WITHOUT_PREMIUM' : 'NO_PREMIUM_CONTRACT',
    },
  ];
}

const words: Record<string, string> = {
  PRODUCT_WITHOUT_PREMIUM: 'Premium support is not offered for this product.',
  NO_PREMIUM_CONTRACT: 'No premium contract names you as a contact person.',
};

/** @throws Refusal PREMIUM_NOT_ALLOWED, with the reason */
export function refusePremium(product: Pick<EntitledProduct, 'premiumSupport'> | null): never {
  const reason = levelsFor(product).find((l) => l.level === 'premium')!.reason!;
  return refuse('PREMIUM_NOT_ALLOWED', { detail: words[reason]!, params: { reason } });
}
