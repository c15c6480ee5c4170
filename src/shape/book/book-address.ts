import { isOwnAddress } from '#core/address/own-address.ts'
import { parseUrl } from '#core/address/parse-url.ts'

const mailPattern = /^mailto:[\w.+%-]+@[\w-]+(?:\.[\w-]+)*(?:\?[\w.+%=&-]*)?$/i

/**
 * An address as links of a book have it: in signs that RFC 3986 allows, which is all that reading systems must take; `undefined` for what
 * leads nowhere from a book.
 */
export function toBookAddress(address: string): string | undefined {
  if (/^mailto:/i.test(address))
    return mailPattern.test(address) ? escapePercents(address) : undefined
  const url = parseUrl(address)
  if (url === undefined || !/^https?:$/.test(url.protocol) || isOwnAddress(url.href))
    return undefined
  // Addresses of the sixth version of IP stand in brackets, and a host may end in what no other program takes.
  if (!/^[a-z\d](?:[\w.-]*[a-z\d])?$/i.test(url.hostname)) return undefined
  const { origin, pathname, search, hash } = url
  const place = hash === '' ? '' : `#${escapeSigns(hash.slice(1)).replaceAll('#', '%23')}`
  return `${origin}${escapeSigns(pathname)}${escapeSigns(search)}${place}`
}

function escapeSigns(part: string): string {
  const escaped = part.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/g, (sign) => {
    const code = sign.charCodeAt(0)
    // The parser has escaped everything beyond ASCII.
    return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : ''
  })
  return escapePercents(escaped)
}

function escapePercents(text: string): string {
  return text.replace(/%(?![\da-f]{2})/gi, '%25')
}

/** An id of an article as an XML name with a prefix, one for each id: what a name may not hold is written as its code. */
export function toXmlId(prefix: string, id: string): string {
  const written = id.replace(/[^A-Za-z\d.-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`)
  return `${prefix}${written}`
}
