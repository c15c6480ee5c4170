/** A hashtag in plain text. */
export interface Hashtag {
  /** Offset of its `#`. */
  start: number
  /** Offset of its end. */
  end: number
  /** Its name, without the `#`. */
  name: string
}

const longestName = 40
const tagPattern = new RegExp(`[#＃]([\\p{L}\\p{M}\\p{N}_]{1,${longestName}})`, 'gu')
// A word before the `#` makes it something else (`C#Dur`), as do characters of URLs and entities.
const beforePattern = /[a-z\d&/_#＃]$/iu
// A Latin text glued to a Chinese name: `#港口Music by …`.
const gluedPattern =
  /^(.*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])\p{Script=Latin}+$/u

// What certainly ends a hashtag. Before other punctuation a sentence may be glued to it, so only short names are
// trusted.
const surePattern = /^(?:$|[\s#＃\u200b]|[-=*－＝—]{4})/
const believedLetters = 6

/**
 * Finds the hashtags of a text: `#` and up to 40 letters, numbers or `_`, at least one of them a letter. A label at the
 * beginning of a line (`#Telegram：…`) is not one, nor is one whose end is uncertain because a sentence is glued to it.
 */
export function findHashtags(text: string): Hashtag[] {
  if (!/[#＃]/.test(text)) return []
  const tags: Hashtag[] = []
  for (const { 0: whole, 1: written = '', index } of text.matchAll(tagPattern)) {
    const end = index + whole.length
    const isGlued = tags.at(-1)?.end === index
    const before = text.slice(Math.max(0, index - 1), index)
    if (!/\p{L}/u.test(written) || (!isGlued && beforePattern.test(before))) continue
    if (!isWhole(written, text.slice(end, end + 4))) continue
    const name = /^ \p{Script=Latin}/u.test(text.slice(end, end + 3))
      ? (gluedPattern.exec(written)?.[1] ?? written)
      : written
    tags.push({ start: index, end: index + 1 + name.length, name })
  }
  return tags
}

/** Whether a name really ends where its letters end; `after` is the text that follows. */
function isWhole(name: string, after: string): boolean {
  if (/^ ?[:：@]|^[\p{L}\p{M}\p{N}_;]/u.test(after)) return false
  if (surePattern.test(after)) return true
  return /^[\x20-\x7e]/.test(after) || (name.length <= believedLetters && !/\D\d+$/.test(name))
}
