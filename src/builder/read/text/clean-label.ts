import { parseFragment } from 'parse5'

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g

/** Fast path: text with nothing to decode, remove or compose. Matches nearly all tags and many titles. */
const plainLabel = /^[ -%'-~\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * Cleans a title, author or tag for display. Decodes entities once (feeds escape twice), removes control characters, bidi
 * overrides and object replacement characters, replaces lone surrogates, normalizes to NFC and trims. May return an
 * empty string.
 */
export function cleanLabel(text: string): string {
  if (plainLabel.test(text)) return text.trim()
  const decoded = text.includes('&') ? text.replace(entity, decodeEntity) : text
  return (
    decoded
      .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
      // Bidi overrides and isolates would let a title reorder the line around it.
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffc]/gu, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
      .trim()
  )
}

function decodeEntity(text: string): string {
  const node = parseFragment(text).childNodes[0]
  // HTML parses `&nothing;` as `&not` plus letters; no real entity decodes to more than two code units.
  return node && 'value' in node && node.value.length <= 2 ? node.value : text
}
