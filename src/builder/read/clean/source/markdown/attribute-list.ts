/** The attributes of a list that have a meaning for an article. */
export interface Attributes {
  id?: string
  classes: string[]
  /** `key="value"` pairs. */
  pairs: Map<string, string>
  /** Bare words, which name lists defined elsewhere; `toc` is kramdown's own. */
  names: string[]
}

const part =
  /\s*(?:#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)|\.([\p{L}\p{N}_-][^\s.#{}="']*)|([\p{L}\p{N}_:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))|([\p{L}\p{N}_-]+))(?=[\s.#]|$)/uy

/** Parses the inside of `{: …}` or `{…}`; `undefined` if it is anything else than a list of attributes. */
export function parseAttributes(text: string): Attributes | undefined {
  const attributes: Attributes = { classes: [], pairs: new Map(), names: [] }
  const list = text.trim()
  if (list.length > 1000) return undefined
  let at = 0
  while (at < list.length) {
    part.lastIndex = at
    const found = part.exec(list)
    if (found === null) return undefined
    at += found[0].length
    const [, id, name, key, double, single, bare, word] = found
    if (id !== undefined) attributes.id = id
    else if (name !== undefined) attributes.classes.push(name)
    else if (key !== undefined)
      attributes.pairs.set(key.toLowerCase(), double ?? single ?? bare ?? '')
    else if (word !== undefined) attributes.names.push(word)
  }
  return attributes
}

/** Sets on a token what an article can keep: names of places, titles, languages, where numbers begin. */
export function setAttributes(
  token: { attrSet(name: string, value: string): void; info: string; type: string },
  { id, classes, pairs }: Attributes,
): void {
  if (id !== undefined) token.attrSet('id', id)
  for (const name of ['id', 'title', 'lang', 'dir', 'start', 'alt', 'width', 'height']) {
    const value = pairs.get(name)
    if (value !== undefined) token.attrSet(name, value)
  }
  const language = classes.find((name) => name.startsWith('language-'))
  if (language !== undefined && /^(?:fence|code_block)$/.test(token.type)) {
    token.info = language.slice('language-'.length)
  }
}
