import { markdownTags } from '#core/text/markdown-tags.ts'
import type { Post } from '#core/post/post.ts'

const tagNames = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link ' +
    'main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param ' +
    'picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'
  ).split(' '),
)

const phraseTags: ReadonlySet<string> = new Set(markdownTags)

/**
 * Detects the format of a body. It is Markdown when it clearly looks like it and has only phrasing and image tags, HTML
 * when it starts with a tag or has any other tag, and plain text otherwise.
 */
export function toBodyForm(body: string): Post['bodyForm'] {
  if (body.trimStart().startsWith('<') && holdsTag(body)) return 'html'
  // A Markdown post may show tags in its code blocks.
  const text = withoutCode(body)
  if (!holdsTag(text)) return isMarkdown(body) ? 'markdown' : 'text'
  return !holdsTag(text, phraseTags) && isMarkdown(body) ? 'markdown' : 'html'
}

/** Whether a text contains an HTML tag other than the `ignored` ones. */
function holdsTag(text: string, ignored?: ReadonlySet<string>): boolean {
  if (text.includes('<!--')) return true
  for (const match of text.matchAll(/<\/?([a-zA-Z][a-zA-Z\d]{0,10})(?=[\s/>])[^<>]*>/g)) {
    const name = (match[1] ?? '').toLowerCase()
    if (tagNames.has(name) && !ignored?.has(name)) return true
  }
  return false
}

function withoutCode(text: string): string {
  const lines: string[] = []
  let fence = ''
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && mark === '') lines.push(line.replace(/`[^`\n]+`/g, ''))
    else if (fence === '') fence = mark
    else if (mark.startsWith(fence) && line.trim() === mark) fence = ''
  }
  return lines.join('\n')
}

/** Markdown syntax that rarely occurs in plain text by chance; `*****` separators and `#hashtags` do not count. */
const marks = [
  /^#{1,6} +\S/gm,
  /^\S.{0,200}\n(?:={3,}|-{3,})[ \t]*$/gm,
  /\[[^\][\n]{1,300}\]\([^()\s]{1,2000}\)/g,
  /^ {0,3}(?:[-*+]|\d{1,3}[.)]) +\S.*\n(?:\n)? {0,3}(?:[-*+]|\d{1,3}[.)]) +\S/gm,
  /^ {0,3}> ?\S/gm,
  /^ {0,3}(?:`{3,}|~{3,})/gm,
  /(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)/g,
  /`[^`\n]{1,200}`/g,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|/gm,
]

/** Requires at least two matches, of the same pattern or of different ones. */
function isMarkdown(text: string): boolean {
  let count = 0
  for (const mark of marks) {
    for (const _ of text.matchAll(mark)) if (++count === 2) return true
  }
  return false
}
