import type { MarkdownIt, StateInline } from 'markdown-it'

const tag = /^<\/?([a-z][a-z\d]*:[a-z][\w-]*)(?:\s[^<>]*)?\/?>/i

const end = /<\/([a-z][a-z\d]*:[a-z][\w-]*)>/gi

/**
 * Markdown-it plugin for tags with a prefix, as word processors (`<o:p>`) and MathML write them: CommonMark takes them for
 * text, and `<st1:place>` for a link. An element has its end in the same paragraph.
 */
export function prefixedTags(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'prefixed_tag', readTag)
}

/** Names with an end, of each text that is read: looked for once, not once for each tag. */
const endedIn = new WeakMap<StateInline, ReadonlySet<string>>()

function findEnded(state: StateInline): ReadonlySet<string> {
  const known = endedIn.get(state)
  if (known !== undefined) return known
  const found = new Set(Array.from(state.src.matchAll(end), ([, name = '']) => name))
  endedIn.set(state, found)
  return found
}

function readTag(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '<') return false
  const [written, name = ''] = tag.exec(state.src.slice(state.pos, state.pos + 500)) ?? []
  if (written === undefined) return false
  const isElement = written.endsWith('/>') || findEnded(state).has(name)
  if (!isElement) return false
  if (!isSilent) state.push('html_inline', '', 0).content = written
  state.pos += written.length
  return true
}
