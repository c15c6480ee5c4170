/** Cheap test before the exact one: matches every text that may need a change, and some rare characters that do not. */
const suspicious = /[^\t\n -~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/

/** What XML 1.0 forbids or discourages: control characters, lone surrogates, noncharacters. */
const forbidden =
  /[^\t\n\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text without the characters that XML does not allow. */
export function toAllowedText(text: string): string {
  return suspicious.test(text) ? text.replace(forbidden, '') : text
}

/** Escapes text for an XML element, `]]>` included. */
export function escapeXml(text: string): string {
  return toAllowedText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Escapes text for an XML attribute in double quotes. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;')
}

/** Attributes of an element; `undefined` ones are left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** An element that contains text. */
export function xmlText(name: string, text: string, attributes: XmlAttributes = {}): string {
  return `<${name}${toAttributes(attributes)}>${escapeXml(text)}</${name}>`
}

/** An empty element. */
export function xmlEmpty(name: string, attributes: XmlAttributes): string {
  return `<${name}${toAttributes(attributes)}/>`
}

/** An element that contains markup. */
export function xmlAround(name: string, markup: string, attributes: XmlAttributes = {}): string {
  return `<${name}${toAttributes(attributes)}>${markup}</${name}>`
}

function toAttributes(attributes: XmlAttributes): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escapeXmlAttribute(value)}"`
  }
  return text
}

/** The XML declaration, first line of every file. */
export const xmlHead = '<?xml version="1.0" encoding="utf-8"?>\n'
