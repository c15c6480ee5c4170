import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readConfigureGlobal } from 'fast-check'
import MarkdownIt from 'markdown-it'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, test } from 'vitest'
import { toWholePage } from '#core/html/whole-page.ts'
import type { Post } from '#core/post/post.ts'
import { discoverPosts } from '../discover/discover-posts.ts'
import { parsePost } from '../post/parse-post.ts'
import { toArticleSource } from './article-source.ts'
import { cleanArticle } from './clean-article.ts'

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url))

/** Real archives beside the repository, and of how many of their posts one is looked at. */
const archives = [
  ['corpus', 13],
  ['corpus-markdown/hexo', 5],
  ['corpus-markdown/jekyll-docs/docs', 5],
  ['corpus-markdown/mojombo', 2],
  ['corpus-markdown/ruby', 5],
  ['corpus-markdown/spf13', 3],
] as const

// The oracle: nothing but parse5 and markdown-it as they come.
const plain = new MarkdownIt({ html: true })
const unseen = /^(?:audio|head|iframe|noscript|object|script|select|style|template|title|video)$/
const phrase =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/

interface Text {
  visible: string
  /** Alternative texts, titles and addresses. */
  said: string
}

function readText(html: string): Text {
  const text = { visible: '', said: '' }
  const visit = (node: DefaultTreeAdapterTypes.Node, isSeen: boolean) => {
    if ('value' in node && isSeen) text.visible += node.value
    const isElement = 'tagName' in node
    const isShown = isSeen && !(isElement && (unseen.test(node.tagName) || isHidden(node)))
    const space = isElement && !phrase.test(node.tagName) ? ' ' : ''
    if (isElement) {
      for (const { name, value } of node.attrs) {
        if (/^(?:alt|href|src|title)$/.test(name)) text.said += ` ${value} `
        if (isShown && name === 'alt' && node.tagName === 'img') text.visible += ` ${value} `
      }
    }
    text.visible += space
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, isShown)
    text.visible += space
  }
  visit(parseFragment(html), true)
  return text
}

/** Hidden text is neither shown nor searched, and counted. */
function isHidden({ attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)) ||
      (name === 'type' && value === 'hidden'),
  )
}

const word = /[\p{L}\p{M}\p{N}]+/gu

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** What is behind the front matter and the head that mirrors write. */
function toSource(text: string): string {
  return text
    .replace(/^\uFEFF?\s*(?:---|\+\+\+)[^]*?\n(?:---|\+\+\+|\.\.\.)[ \t]*\r?\n/, '')
    .replace(/^\s*<!--[^>]*-->\s*(?=\[)/, '')
    .replace(/^\[[^\n]*\]\([^\n]*\)\s*\n\s*[-=]{3,}[^\n]*\n/, '')
}

/** Marks of kramdown, templates, names of emoji and abbreviations are no words. */
const marks =
  /\{%-?\s*\w*[^%]*%\}|\{\{[^}]*\}\}|\{:[^}\n]*\}|\{[#.][\w-]+\}|^\*\[[^\]]*\]:.*$|:[a-z_+\d]+:(?!\/)|^\[[^\]\n]+\]:\s*<?https?:\S+/gm

function toSourceHtml(source: string, form: Post['bodyForm']): string {
  if (form === 'html') return source
  if (form === 'text') return source.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  // Definitions of links stay, so that the oracle reads the links.
  const unmarked = source.replace(marks, (mark) => (mark.startsWith('[') ? mark : ' '))
  return plain.render(unmarked)
}

function listLost(bytes: Uint8Array, post: Post): string[] {
  const { parts, page } = cleanArticle(toArticleSource(post))
  const shown = readText([...parts, ...(page ? toWholePage(parts, page) : [])].join(' '))
  // Where words are parted is not what is asked: links and lines part them in other places.
  const all = fold(`${shown.visible} ${shown.said} ${post.title ?? ''}`).replace(
    /[^\p{L}\p{M}\p{N}]+/gu,
    '',
  )
  const before = readText(toSourceHtml(toSource(new TextDecoder().decode(bytes)), post.bodyForm))
  return [...new Set(fold(before.visible).match(word))].filter((one) => !all.includes(one))
}

describe.each(archives)('in %s (skipped where it is not beside the repository)', (name, step) => {
  const folder = shared + name
  test.skipIf(!existsSync(folder))('every visible word of a source is shown', async () => {
    const { files } = await discoverPosts([folder])
    const first = (readConfigureGlobal().seed ?? 0) % step
    const lost: string[] = []
    let count = 0
    for (const [at, file] of files.entries()) {
      if (at % step !== Math.abs(first)) continue
      const bytes = readFileSync(file.path)
      const { post } = parsePost(bytes, file)
      if (post === undefined) continue
      count++
      // An address that a host hid from robots is written out.
      const words = listLost(bytes, post).filter((one) => one !== 'protected')
      if (words.length > 0) lost.push(`${file.file}: ${words.join(' ')}`)
    }
    expect(lost).toEqual([])
    expect(count).toBeGreaterThan(files.length / step / 2)
  })
})
