/**
 * Whether a pack that is proven leaves articles out: it bears the name of the whole one. A line each is an article, or its
 * hash where it is left out.
 */
export function isCutPack(pack: Uint8Array): boolean {
  return /^"[0-9a-f]{64}",?$/m.test(new TextDecoder().decode(pack))
}
