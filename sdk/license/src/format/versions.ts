/**
 * Does a list of versions cover this one? A listed version covers itself and all below it, segment by segment: `12`
 * covers `12`, `12.4` and `12.4.1`, and `12.4` covers `12.4.1`, but neither `12` nor `12.40`. An empty list covers all.
 */
export function coversVersion(versions: readonly string[], version: string): boolean {
  return versions.length === 0 || versions.some((listed) => `${version}.`.startsWith(`${listed}.`));
}
