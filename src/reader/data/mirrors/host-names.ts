/** The hosts of addresses, each once: what is said of mirrors names them so. */
export function toHostNames(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => new URL(address).host))]
}
