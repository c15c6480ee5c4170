/**
 * Decodes the e-mail address in Cloudflare's `data-cfemail`: hexadecimal bytes, each of which is XORed with the first.
 * Returns `undefined` if the result is not an e-mail address.
 */
export function decodeHiddenEmail(code: string): string | undefined {
  if (!/^(?:[\da-f]{2}){4,160}$/i.test(code)) return undefined
  const key = Number.parseInt(code.slice(0, 2), 16)
  let email = ''
  for (let at = 2; at < code.length; at += 2) {
    email += String.fromCharCode(Number.parseInt(code.slice(at, at + 2), 16) ^ key)
  }
  return /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(email) ? email : undefined
}
