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

/** An attribute with a space before it; nothing without a value. */
export function toAttribute(name: string, value: string | undefined): string {
  return value === undefined || value === ''
    ? ''
    : ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`
}
