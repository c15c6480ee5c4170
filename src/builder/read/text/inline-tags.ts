const pairedTags =
  'a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var'
const readings = /<(rp|rt)(?:\s[^<>]*)?>[^<]*(?:<\/\1\s*>|(?=<(?:rt|rp|\/ruby)))/gi
const pair = new RegExp(`<(${pairedTags})(?:\\s[^<>]*)?>([^<]*)</\\1\\s*>`, 'gi')
const single = /<(?:br|wbr)\s*\/?>/gi
/** Deeper tags in a title were not written by anybody. */
const mostLevels = 8

const raised: Readonly<Record<string, string>> = toSigns('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')
const lowered: Readonly<Record<string, string>> = toSigns('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')

function toSigns(from: string, to: string): Record<string, string> {
  const signs = Array.from(to)
  return Object.fromEntries(Array.from(from).map((sign, at) => [sign, signs[at] ?? sign]))
}

/**
 * Text without the tags of phrases in it: `A <em>very</em> good day` becomes `A very good day`. Digits that were raised
 * or lowered stay so (`H<sub>2</sub>O`), and the readings of ruby go. A tag without its other half is text: a title may
 * be about `<b>`.
 */
export function dropInlineTags(text: string): string {
  let rest = dropBlockTags(text).replace(readings, '').replace(single, ' ')
  for (let level = 0; level < mostLevels; level++) {
    const next = rest.replace(pair, (_, tag: string, inside: string) => toPlain(tag, inside))
    if (next === rest) break
    rest = next
  }
  return rest === text ? text : rest.replace(/ {2,}/g, ' ').trim()
}

const pictures = /<img\s[^<>]{0,2000}>/gi
const around = /^\s*<(p|div|center|h[1-6]|header)(?:\s[^<>]*)?>([^]*?)<\/\1\s*>\s*$/i

/** The words of pictures for them, and what one block holds that is all there is. */
function dropBlockTags(text: string): string {
  const [, tag = '', inside = ''] = around.exec(text) ?? []
  const isAll = tag !== '' && !inside.toLowerCase().includes(`<${tag.toLowerCase()}`)
  return (isAll ? inside : text).replace(
    pictures,
    (tag) => /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag)?.slice(1).find(Boolean) ?? '',
  )
}

function toPlain(tag: string, inside: string): string {
  const name = tag.toLowerCase()
  if (name !== 'sub' && name !== 'sup') return inside
  const signs = name === 'sup' ? raised : lowered
  const written = Array.from(inside).map((sign) => signs[sign])
  if (written.every((sign) => sign !== undefined)) return written.join('')
  return /^[\p{L}]/u.test(inside) ? inside : `${name === 'sup' ? '^' : '_'}${inside}`
}
