import { isMarkdownName } from '#core/post/markup-name.ts'
import { cleanLabel } from '../text/clean-label.ts'
import { dropInlineTags } from '../text/inline-tags.ts'

// What may stand above a heading: blank lines, comments, imports of MDX.
const above = /^(?:\s+|<!--[^]*?-->|import\s[^\n]*(?:\n|$))+/
const atx = /^ {0,3}#[ \t]+([^\n]+)/
const setext = /^ {0,3}(\S[^\n]*)\n {0,3}=+[ \t]*(?:\n|$)/
const html = /^<h1(?:\s[^<>]*)?>([^]{1,1000}?)<\/h1\s*>/i
/** A longer line is a paragraph, whatever its sign. */
const longest = 300

/**
 * The words of the heading of the first level that a body begins with, `# …`, a line above `===`, or `<h1>`: the title,
 * where nothing else says one. `undefined` where it begins with anything else, or the heading has templates in it.
 */
export function findFirstHeading(body: string, fileName: string): string | undefined {
  const start = body.slice(0, 20_000).replace(above, '')
  const [, written] =
    (isMarkdownName(fileName) ? (atx.exec(start) ?? setext.exec(start)) : null) ??
    html.exec(start) ??
    []
  if (written === undefined || written.length > longest || /\{[{%]/.test(written)) return undefined
  const words = cleanLabel(dropInlineTags(dropMarks(written)))
  return /[\p{L}\p{N}]/u.test(words) ? words : undefined
}

/** A line of Markdown without its marks. */
function dropMarks(line: string): string {
  return line
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/[ \t]*\{:?[ \t]*[#.][^{}]*\}[ \t]*$/, '')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/(\*{1,3}|~~|==)(?=\S)(.+?)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}_])(_{1,3})(?=\S)(.+?)\2(?![\p{L}\p{N}_])/gu, '$1$3')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
