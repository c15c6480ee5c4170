/**
 * The address a link gets for an address as it is written in a text; `undefined` for what a reader should not be sent to:
 * a host without a dot, a name before an `@` (a trick to show one host and open another).
 */
export function toPlainUrl(address: string): string | undefined {
  const written = withScheme(address)
  if (!URL.canParse(written)) return undefined
  const { hostname, username, password, href } = new URL(written)
  if (username !== '' || password !== '') return undefined
  if (!/^[^.]+(?:\.[^.]+)+$/.test(hostname)) return undefined
  // As it was written, so that it can be compared; what is not ASCII becomes so.
  return /^[!-~]+$/.test(written) ? written : href
}

/** Short hosts have answered by https for years; of a bare `www.` nobody knows, and http leads to both. */
function withScheme(address: string): string {
  if (/^https?:/i.test(address)) return address
  return /^www\./i.test(address) ? `http://${address}` : `https://${address}`
}
