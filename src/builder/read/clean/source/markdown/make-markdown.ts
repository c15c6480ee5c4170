import type { MarkdownHabits } from '#core/post/post.ts'
import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import definitionLists from 'markdown-it-deflist'
import { full as emojiNames } from 'markdown-it-emoji'
import highlighted from 'markdown-it-mark'
import { abbreviations } from './abbreviations.ts'
import { callouts } from './callouts.ts'
import { embeds } from './embeds.ts'
import { footnotes } from './footnotes.ts'
import { listClosed, prepareHtmlBlocks, tameTags } from './html-blocks.ts'
import { htmlBlocks } from './html-block-rule.ts'
import { kramdown } from './kramdown.ts'
import { math } from './math.ts'
import { noteMarks } from './note-marks.ts'
import { pictureSizes } from './picture-sizes.ts'
import { prefixedTags } from './prefixed-tags.ts'
import { plainTables } from './plain-tables.ts'
import { taskItems } from './task-items.ts'
import { terms } from './terms.ts'
import { tex } from './tex.ts'
import { wikiLinks } from './wiki-links.ts'

/** Renders Markdown, with HTML in it, to HTML that is not yet safe. */
export type RenderMarkdown = (source: string) => string

/** The names of the elements that a document ends somewhere, by its `env`. */
const closedByEnv = new WeakMap<object, ReadonlySet<string>>()

/** Makes the renderer: CommonMark with the extensions of GitHub, kramdown, Hugo, Hexo and note programs. */
export function makeMarkdown({ hardBreaks, emoji }: MarkdownHabits = {}): RenderMarkdown {
  // No linkify: plain URLs are linked later, in bodies of every format. `cjkFriendly` allows emphasis next to Chinese
  // punctuation.
  const markdown = new MarkdownIt({ html: true, linkify: false, breaks: hardBreaks === true })
    .use(cjkFriendly)
    .use(htmlBlocks)
    .use(prefixedTags)
    .use(definitionLists)
    .use(terms)
    .use(highlighted)
    .use(footnotes)
    .use(abbreviations)
    .use(kramdown)
    .use(callouts)
    .use(taskItems)
    .use(wikiLinks)
    .use(pictureSizes)
    .use(embeds)
    .use(math)
    .use(tex)
    .use(noteMarks)
    .use(plainTables)
  // Without `:)`, which jemoji and Hugo leave alone too.
  if (emoji === true) markdown.use(emojiNames, { shortcuts: {} })
  // The policy refuses links that may do harm, and keeps their words; refused here, their marks would show.
  markdown.validateLink = () => true
  leaveFiles(markdown)
  tameHtml(markdown)
  showLanguages(markdown)
  return (source) => {
    const text = prepareHtmlBlocks(source)
    const env = {}
    closedByEnv.set(env, listClosed(text))
    return markdown.render(text, env)
  }
}

/** An embedded file has no letter to encode, and encoding takes forty bytes of memory for each. */
function leaveFiles(markdown: Markdown): void {
  const normalize = markdown.normalizeLink.bind(markdown)
  markdown.normalizeLink = (url) =>
    /^data:[a-z]+\/[\w.+-]+;base64,[\w+/=]*$/.test(url) ? url : normalize(url)
}

function tameHtml(markdown: Markdown): void {
  const { rules } = markdown.renderer
  rules.html_inline = rules.html_block = (tokens, at, _options, env) =>
    tameTags(tokens[at]?.content ?? '', closedByEnv.get(env ?? {}) ?? new Set())
}

/** The language of a fence, as its author named it, goes with the block. */
function showLanguages(markdown: Markdown): void {
  const { escapeHtml } = markdown.utils
  markdown.renderer.rules.fence = (tokens, at) => {
    const token = tokens[at]
    if (token === undefined) return ''
    const language = toLanguage(token.info)
    const title = token.attrGet('title')
    const attributes = [
      language === undefined ? '' : ` data-language="${escapeHtml(language)}"`,
      title === null ? '' : ` title="${escapeHtml(String(title))}"`,
    ].join('')
    return `<pre${attributes}><code>${escapeHtml(token.content)}</code></pre>\n`
  }
}

/** The first word of a fence's line: `ruby`, `{.ruby}`, `js{1,3}`, `rust,ignore`, `language-sh`. */
function toLanguage(info: string): string | undefined {
  const [word = ''] = /[^\s{}.,:()[\]=]+/.exec(info) ?? []
  const language = word.replace(/^(?:language|lang)-/, '')
  return /^[\p{L}\p{N}+#_-]{1,24}$/u.test(language) ? language : undefined
}
