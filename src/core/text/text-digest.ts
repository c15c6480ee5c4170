/**
 * Hashes a text to fifty bits with cyrb53 (bryc, public domain), a mixing hash that is synchronous and needs no BigInt.
 * An attacker can find collisions, so a collision must be harmless.
 */
export function toTextDigest(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^
    Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3_266_489_909)
  return (mixedLow & 0x3ffff) * 0x1_0000_0000 + (mixedHigh >>> 0)
}
