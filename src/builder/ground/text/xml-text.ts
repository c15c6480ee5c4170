/** Holds every text that may have to be changed, and text with rare characters: looking is cheaper than changing. */
const suspicious = /[^\t\n -~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/

/** What XML 1.0 does not allow or advises against: controls, halves of surrogate pairs, non-characters. */
const forbidden =
  /[^\t\n\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text without the characters that no feed may hold. */
export function toAllowedText(text: string): string {
  return suspicious.test(text) ? text.replace(forbidden, '') : text
}

/** Makes text safe inside an element of XML, `]]>` included. */
export function escapeXml(text: string): string {
  return toAllowedText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Attributes of an element; those that are absent are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** An element with text in it. */
export function xmlText(name: string, text: string, attributes: XmlAttributes = {}): string {
  return `<${name}${toAttributes(attributes)}>${escapeXml(text)}</${name}>`
}

/** An element with nothing in it. */
export function xmlEmpty(name: string, attributes: XmlAttributes): string {
  return `<${name}${toAttributes(attributes)}/>`
}

/** An element around markup. */
export function xmlAround(name: string, markup: string, attributes: XmlAttributes = {}): string {
  return `<${name}${toAttributes(attributes)}>${markup}</${name}>`
}

function toAttributes(attributes: XmlAttributes): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeXml(value).replaceAll('"', '&quot;')}"`
  }
  return text
}

/** Stands at the top of every XML file. */
export const xmlHead = '<?xml version="1.0" encoding="utf-8"?>\n'
