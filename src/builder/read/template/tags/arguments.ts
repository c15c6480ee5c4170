/** The arguments of a tag: `name="value"` pairs, and the others in their order. */
export interface TagArguments {
  list: string[]
  named: ReadonlyMap<string, string>
  /** As written. */
  text: string
}

const argument =
  /(?:([\p{L}\p{N}_-]+)\s*[=:]\s*(?!\/\/))?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`]+))/gu

/** Parses what stands in a tag behind its name. */
export function parseArguments(text: string): TagArguments {
  const list: string[] = []
  const named = new Map<string, string>()
  for (const [, name, double, single, raw, bare] of text.slice(0, 4000).matchAll(argument)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? raw ?? bare ?? ''
    if (name === undefined) list.push(value)
    else named.set(name.toLowerCase(), value)
  }
  return { list, named, text: text.trim() }
}

/** The first of some named arguments that is there. */
export function pick({ named }: TagArguments, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = named.get(name)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/** Text as HTML. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const phraseTag = /<\/?(?:a|abbr|b|br|cite|code|em|i|small|strong|sub|sup)(?:\s[^<>]*)?\/?>/gi

/** A caption as HTML: its phrases may be marked by Markdown or by tags. */
export function toCaptionHtml(text: string): string {
  const tags: string[] = []
  const plain = text.replaceAll(sign, '').replace(phraseTag, (tag) => {
    tags.push(tag)
    return sign
  })
  return escapeText(plain)
    .replace(
      /\[([^[\]\n]{1,300})\]\(([^()\s"]{1,1000})(?:\s+"[^"\n]{0,300}")?\)/g,
      (_, words: string, href: string) => `<a href="${href}">${words}</a>`,
    )
    .replace(/`([^`\n]{1,200})`/g, '<code>$1</code>')
    .replace(/\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\w*])/g, '<em>$2</em>')
    .replaceAll(sign, () => tags.shift() ?? '')
}

/** Stands for a tag; from the private area, so no text needs it. */
const sign = '\uE003'

/** The words of a caption. */
export function toCaptionText(text: string): string {
  return toCaptionHtml(text)
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** An attribute with a space before it; nothing without a value. */
export function toAttribute(name: string, value: string | undefined): string {
  return value === undefined || value === ''
    ? ''
    : ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`
}
