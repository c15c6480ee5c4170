import { parseFragment } from 'parse5'

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/g

/** Nothing that would have to be decoded, taken out or composed: nearly all tags and many titles. */
const plainLabel = /^[ -%'-~\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * A title, author or tag as a reader should see it: entities decoded once (feeds escape twice), no control, bidi override,
 * place of an object or lone surrogate, NFC, no space at the ends. Empty when nothing is left.
 */
export function cleanLabel(text: string): string {
  if (plainLabel.test(text)) return text.trim()
  const decoded = text.includes('&') ? text.replace(entity, decodeEntity) : text
  return (
    decoded
      .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
      // Overrides and isolates could make a title rewrite the line it stands in.
      .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffc]/gu, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .normalize('NFC')
      .trim()
  )
}

function decodeEntity(text: string): string {
  const node = parseFragment(text).childNodes[0]
  // HTML reads `&nothing;` as `&not` and letters; no entity proper is longer than two units.
  return node && 'value' in node && node.value.length <= 2 ? node.value : text
}
