import type { MarkdownIt, StateInline } from 'markdown-it'

const tag = /^<\/?([a-z][a-z\d]*:[a-z][\w-]*)(?:\s[^<>]*)?\/?>/i

/**
 * Markdown-it plugin for tags with a prefix, as word processors (`<o:p>`) and MathML write them: CommonMark takes them for
 * text, and `<st1:place>` for a link. An element has its end in the same paragraph.
 */
export function prefixedTags(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'prefixed_tag', readTag)
}

function readTag(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '<') return false
  const [written, name = ''] = tag.exec(state.src.slice(state.pos, state.pos + 500)) ?? []
  if (written === undefined) return false
  const isElement = written.endsWith('/>') || state.src.includes(`</${name}>`)
  if (!isElement) return false
  if (!isSilent) state.push('html_inline', '', 0).content = written
  state.pos += written.length
  return true
}
