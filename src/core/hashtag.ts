/** A hashtag in a plain text. */
export interface Hashtag {
  /** Where its `#` stands. */
  start: number
  /** Where it ends. */
  end: number
  /** What it names, without the sign. */
  name: string
}

const longestName = 40
const tagPattern = new RegExp(`[#＃]([\\p{L}\\p{M}\\p{N}_]{1,${longestName}})`, 'gu')
// A word before the sign makes it something else (`C#Dur`), and so does what belongs to addresses and entities.
const beforePattern = /[a-z\d&/_#＃]$/iu
// A western line glued to a Chinese name: `#港口Music by …`.
const gluedPattern =
  /^(.*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])\p{Script=Latin}+$/u

// What ends a hashtag for sure. Before other signs a sentence may be glued to it, so only short names are believed.
const surePattern = /^(?:$|[\s#＃\u200b]|[-=*－＝—]{4})/
const believedLetters = 6

/**
 * Finds the hashtags of a text: `#` and up to 40 letters, numbers or `_`, at least one of them a letter. A mark that leads a line
 * (`#Telegram：…`) is none, nor is one whose end cannot be told because a sentence is glued to it.
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

/** Whether a name ends where its letters end, `after` being what follows. */
function isWhole(name: string, after: string): boolean {
  if (/^ ?[:：@]|^[\p{L}\p{M}\p{N}_;]/u.test(after)) return false
  if (surePattern.test(after)) return true
  return /^[\x20-\x7e]/.test(after) || (name.length <= believedLetters && !/\D\d+$/.test(name))
}
