/**
 * Returns the `href` for a URL as written in a text; `undefined` if readers should not be sent there: a host without a
 * dot, or a user name before an `@` (a trick to show one host and open another).
 */
export function toPlainUrl(address: string): string | undefined {
  const written = withScheme(address)
  if (!URL.canParse(written)) return undefined
  const { hostname, username, password, href } = new URL(written)
  if (username !== '' || password !== '') return undefined
  if (!/^[^.]+(?:\.[^.]+)+$/.test(hostname)) return undefined
  // Kept as written, so that it can be compared; only a URL with non-ASCII characters is normalized.
  return /^[!-~]+$/.test(written) ? written : href
}

/** The known short hosts have served https for years; a `www.` host may not, and http can redirect to https. */
function withScheme(address: string): string {
  if (/^https?:/i.test(address)) return address
  return /^www\./i.test(address) ? `http://${address}` : `https://${address}`
}
