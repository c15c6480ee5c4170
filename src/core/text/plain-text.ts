import { findHashtags } from './hashtag.ts'
import type { TextLength } from '../post/post.ts'

/** Maximum length of an excerpt in code points, including the ellipsis. */
export const excerptCharacters = 160

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
  '#160': '\u00a0',
}

const blockTagPattern =
  /^\/?(?:blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|summary|table|td|th|tr|ul)$/

/** Whether an element, by its lower-case name, is on lines of its own, so that it separates the words around it. */
export function isBlockTag(name: string): boolean {
  return blockTagPattern.test(name)
}

/** Whether an element holds the reading of the ruby around it; `/rt` ends one. */
export function isReadingTag(name: string): boolean {
  return name === 'rt' || name === 'rp' || name === '/rt' || name === '/rp'
}

/**
 * Extracts the text of HTML that the builder has cleaned, each block on lines of its own, without the readings of ruby,
 * which would run into the words they belong to. Linear. Understands only what
 * the builder's serializer writes (no comments, every `<` in text and attributes escaped), so never use it on anything
 * else.
 */
export function stripTags(html: string): string {
  let text = ''
  let at = 0
  let readings = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const end = open === -1 ? html.length : open
    if (readings === 0) text += html.slice(at, end)
    if (open === -1) break
    const close = html.indexOf('>', open)
    if (close === -1) break
    const name = html.slice(open + 1, findNameEnd(html, open + 1))
    if (isBlockTag(name)) text += '\n'
    else if (isReadingTag(name)) readings = Math.max(0, readings + (name.startsWith('/') ? -1 : 1))
    at = close + 1
  }
  const decoded = text.replace(/&(amp|lt|gt|quot|nbsp|#39|#160);/g, (entity, name: string) => {
    return entities[name] ?? entity
  })
  return toLines(decoded).join('\n')
}

function collapse(line: string): string {
  return line.replace(/[ \t\r\f\u00a0]+/g, ' ')
}

/** Where the name of a tag ends, with the slash of an end tag. */
function findNameEnd(html: string, start: number): number {
  let end = html.charCodeAt(start) === 0x2f ? start + 1 : start
  for (; end < html.length; end++) {
    const unit = html.charCodeAt(end)
    if ((unit < 0x61 || unit > 0x7a) && (unit < 0x30 || unit > 0x39)) break
  }
  return end
}

const addressPattern = /https?:\/\/[!-~]+/g
const cjkLetterPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Non-empty lines, with white space collapsed and trimmed. */
function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => (/[\t\r\f\u00a0]| {2}/.test(line) ? collapse(line) : line).trim())
    .filter((line) => line !== '')
}

/**
 * Measures the length of a text: in characters without white space if at least a tenth of them, or half of its letters
 * outside URLs, are Chinese, Japanese or Korean (written mostly without spaces); otherwise in words.
 */
export function measureText(text: string): TextLength {
  const { characters, cjk } = countCharacters(text)
  // Counts letters only if they can decide.
  const isCjkText = cjk > 0 && (cjk * 10 >= characters || isMostlyCjk(text))
  if (isCjkText) return { count: characters, unit: 'characters' }
  return { count: countWords(text), unit: 'words' }
}

/** Measures the length of a text in a given unit. */
export function countText(text: string, unit: TextLength['unit']): number {
  return unit === 'words' ? countWords(text) : countCharacters(text).characters
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}

function countCharacters(text: string): { characters: number; cjk: number } {
  let characters = 0
  let cjk = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || isLowSurrogate(code)) continue
    characters++
    if (isCjk(code)) cjk++
  }
  return { characters, cjk }
}

/** A line of Chinese above a list of URLs is still Chinese. */
function isMostlyCjk(text: string): boolean {
  const said = text.replace(addressPattern, ' ')
  const letters = said.match(/\p{L}/gu)?.length ?? 0
  const cjk = said.match(cjkLetterPattern)?.length ?? 0
  return cjk * 2 >= letters
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/** Kana, Chinese characters (rare ones by their high surrogate), Hangul. */
function isCjk(code: number): boolean {
  if (code < 0x3041 || code > 0xfaff) return false
  if (code <= 0x30ff || code >= 0xf900) return true
  if (code >= 0x3400 && code <= 0x9fff) return true
  return code >= 0xac00 && code <= 0xd888 && (code <= 0xd7a3 || code >= 0xd840)
}

const sentenceEndPattern = /[。！？!?…](?:[”’」』）)"'])?$|\.(?:["')])?$/

// Removed URLs leave their lead-in behind: `原文： 译文： `, `（ ）`.
const leftPairPattern = /[(（[【]\s*[)）\]】]/g
const leftSignsPattern = /([：:；;，,、|])(?:\s+[：:；;，,、|])+(?=\s|$)/g
const leadingSignsPattern = /^[\s：:；;，,、|]+/
// A line of dashes says nothing in a list and takes up room, and so does a URL.
const ruledPattern = /([^\p{L}\p{N}\s.])\1{3,}/gu

/**
 * Returns the beginning of a text as one line of at most 160 characters; `undefined` for a text without content. Cuts
 * after a whole sentence if one ends in the last third, otherwise between words or characters with an ellipsis; never
 * inside an emoji or a letter with its marks.
 */
export function toExcerpt(text: string): string | undefined {
  // Far more than needed, so that enough is left after the removals.
  const start = text.slice(0, excerptCharacters * 8)
  const whole = toLine(dropAddresses(start).replace(ruledPattern, ' ')) || toLine(start)
  if (whole === '') return undefined
  const line = dropLeadingHashtags(whole)
  const characters = Array.from(line)
  if (characters.length <= excerptCharacters) return line
  const most = excerptCharacters - 1
  for (let end = excerptCharacters; end > excerptCharacters * 0.66; end--) {
    const part = characters.slice(Math.max(0, end - 2), end).join('')
    const next = characters[end] ?? ''
    const isEnd = sentenceEndPattern.test(part) && (!part.endsWith('.') || next === ' ')
    if (isEnd) return characters.slice(0, end).join('')
  }
  return `${characters.slice(0, toCut(characters, most)).join('').trimEnd()}…`
}

/** A line without the hashtags it begins with, if there are several and something else follows. */
function dropLeadingHashtags(line: string): string {
  if (!/^[#＃]/.test(line)) return line
  let rest = 0
  let count = 0
  for (const { start, end } of findHashtags(line)) {
    if (line.slice(rest, start).trim() !== '' || !/^(?:$|[\s#＃])/.test(line.slice(end))) break
    rest = end
    count++
  }
  // A single one may be the first word of its sentence.
  return count > 1 && /[\p{L}\p{N}]/u.test(line.slice(rest)) ? line.slice(rest).trimStart() : line
}

/** The text without URLs and what they leave behind. */
export function dropAddresses(text: string): string {
  const rest = text.replace(addressPattern, ' ')
  if (rest === text) return text
  const tidied = rest.replace(leftPairPattern, ' ').replace(leftSignsPattern, '$1')
  return tidied.replace(leadingSignsPattern, '')
}

function toLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** Finds a cut at or before `most` that splits neither a word nor a grapheme. */
function toCut(characters: readonly string[], most: number): number {
  let cut = most
  // A word longer than this is a URL or a run of symbols: cutting it is better than losing it.
  while (
    cut > most - 25 &&
    isWordCharacter(characters[cut - 1]) &&
    isWordCharacter(characters[cut])
  )
    cut--
  if (cut === most - 25) cut = most
  while (cut > 1 && isJoined(characters, cut)) cut--
  return cut
}

function isWordCharacter(character = ''): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}]/u.test(character)
}

/** Whether the character at `at` forms a grapheme with the one before it. */
function isJoined(characters: readonly string[], at: number): boolean {
  const before = characters[at - 1] ?? ''
  const after = characters[at] ?? ''
  if (/\p{M}|\p{Emoji_Modifier}|\p{Cf}/u.test(after)) return true
  if (before === '\u200d') return true
  if (!isRegional(before) || !isRegional(after)) return false
  let run = 0
  while (isRegional(characters[at - 1 - run])) run++
  return run % 2 === 1
}

function isRegional(character = ''): boolean {
  return /[\u{1f1e6}-\u{1f1ff}]/u.test(character)
}
