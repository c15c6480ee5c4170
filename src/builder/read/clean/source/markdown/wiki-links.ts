import { toNamedLink } from '#core/address/own-address.ts'
import { toHeadingId } from './heading-places.ts'
import type { MarkdownIt, StateInline } from 'markdown-it'
import { fileNameAttribute } from '../file-name-attribute.ts'
import { readSize } from './picture-sizes.ts'

const written = /(!?)\[\[([^[\]\n]{1,500})\]\](?![([:])/y
const pictureName = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i

/**
 * Markdown-it plugin for the links of wikis and note programs: `[[page]]`, `[[page#place]]` and `[[page|words]]` become
 * links to the post of that name, `![[picture.png]]` a picture.
 */
export function wikiLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wiki_links', readLink)
}

function readLink(state: StateInline, isSilent: boolean): boolean {
  const sign = state.src.charAt(state.pos)
  if (sign !== '[' && sign !== '!') return false
  written.lastIndex = state.pos
  const [whole, isEmbedded, inside = ''] = written.exec(state.src) ?? []
  if (whole === undefined) return false
  const [page = '', ...words] = inside.split('|').map((text) => text.trim())
  // `[[1]]` with a line `[1]: …` is a link in brackets.
  if (state.env.references?.[state.md.utils.normalizeReference(inside)] !== undefined) return false
  state.pos += whole.length
  if (isSilent) return true
  if (isEmbedded === '!' && pictureName.test(page)) pushPicture(state, page, words)
  else pushLink(state, page, words.at(-1) || page.replace(/^#/, ''))
  return true
}

function pushLink(state: StateInline, page: string, words: string): void {
  const [, name = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(page) ?? []
  const isLinked = name.trim() !== '' && state.linkLevel === 0
  const place = hash === '' ? '' : `#${encodeURIComponent(toHeadingId(hash.slice(1)))}`
  if (isLinked) {
    const link = state.push('link_open', 'a', 1)
    link.attrs = [['href', toNamedLink({ name, hash: place, isWiki: true })]]
  }
  state.push('text', '', 0).content = words
  if (isLinked) state.push('link_close', 'a', -1)
}

function pushPicture(state: StateInline, page: string, words: readonly string[]): void {
  const name = page.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
  const token = state.push('image', 'img', 0)
  token.attrs = [
    ['src', state.md.normalizeLink(page)],
    ['alt', ''],
    [fileNameAttribute, ''],
  ]
  const said: string[] = []
  for (const word of words) if (word !== '' && !readSize(token, word)) said.push(word)
  const alt = said[0] ?? name
  const text = new state.Token('text', '', 0)
  text.content = alt
  token.children = [text]
  token.content = alt
}
