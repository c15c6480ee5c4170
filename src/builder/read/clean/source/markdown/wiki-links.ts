import type { MarkdownIt, StateInline } from 'markdown-it'
import { fileNameAttribute } from '../file-name-attribute.ts'
import { readSize } from './picture-sizes.ts'

const written = /(!?)\[\[([^[\]\n]{1,500})\]\](?![([:])/y
const pictureName = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i

/**
 * Markdown-it plugin for the links of wikis and note programs: `[[page]]` and `[[page|words]]` become their words,
 * `![[picture.png]]` a picture.
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
  else state.push('text', '', 0).content = words.at(-1) || page.replace(/^#/, '')
  return true
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
