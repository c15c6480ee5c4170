import { cleanLabel } from '../text/clean-label.ts'
import { toScalarText } from './field-value.ts'
import { toName, type KnownFields } from './known-fields.ts'

/** More authors than a post has: a list of all who ever wrote there. */
const mostAuthors = 100

/**
 * The authors that front matter names, in its order: a text, a list, or maps with a name. A text is several authors only
 * where it plainly is a list of personal names, see `splitNames`.
 */
export function toAuthors(fields: KnownFields): string[] {
  let authors: string[] = []
  for (const { key, field } of fields.list('author')) {
    const names = readNames(field.value, field.text).flatMap((name) =>
      splitNames(name, toName(key).endsWith('s')),
    )
    const [first] = authors
    // Some write the first author alone, and all of them under a second key.
    if (first === undefined || (names.length > authors.length && names.includes(first))) {
      authors = [...new Set(names)]
    }
  }
  return authors.slice(0, mostAuthors)
}

/** The names in a value: a text, a list, or maps with a name. */
export function readNames(value: unknown, text?: string): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => readNames(item)))]
  if (value !== null && typeof value === 'object') {
    const names = value as Record<string, unknown>
    return ['name', 'display_name', 'displayName', 'nick']
      .flatMap((key) => readNames(names[key]))
      .slice(0, 1)
  }
  const name = cleanLabel(withoutMail(unlink(text ?? toScalarText(value) ?? '')))
  return name === '' ? [] : [name]
}

/** Clippers write names as links between notes: `[[Ada Vale]]`, `[[people/ada|Ada Vale]]`. */
function unlink(text: string): string {
  return /^\s*\[\[(?:[^\][|]*\|)?([^\][|]+)\]\]\s*$/.exec(text)?.[1] ?? text
}

/** `Ada Vale <ada@quay.example>` as in mails, `ada@quay.example (Ada Vale)` as in feeds. */
function withoutMail(text: string): string {
  if (!text.includes('@') || text.length > longestList) return text
  const [, name] = /^\s*[^\s@()]+@[^\s@()]+\s+\(([^()@]+)\)\s*$/.exec(text) ?? []
  return name ?? text.replace(/(?<=\S)\s*<[^\s<>@]+@[^\s<>@]+>/g, '')
}

const longestList = 1000

/**
 * Splits `A, B and C`. What stands between commas may be a role, a place or a surname, and companies have an `and` too: so
 * each part must look like a whole personal name, and there must be a word or sign that says "and".
 * @param isPlural whether the field is for several authors: then commas alone will do.
 */
export function splitNames(text: string, isPlural: boolean): string[] {
  if (text.length > longestList) return [text]
  const chinese = text.split(/\s*[、;；]\s*/)
  if (chinese.length > 1 && chinese.every(isChineseName)) return chinese
  const [head, last] = splitLast(text)
  const parts = [...head.split(/\s*[,;]\s*/), ...(last === undefined ? [] : [last])]
  const isList = last !== undefined || text.includes(';') || isPlural
  return isList && parts.length > 1 && parts.every(isPersonalName) ? parts : [text]
}

/** Splits at the last "and". */
function splitLast(text: string): [head: string, last?: string] {
  const [, head = text, last] =
    /^(.+?)(?:\s*,)?\s+(?:&|and|und|et|y|e|en|og|och|i)\s+(.+)$/u.exec(text) ?? []
  return last === undefined ? [text] : [head, last]
}

const word = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const particle = 'de|da|di|do|dos|du|del|della|van|von|der|den|ter|la|le|bin|ibn|al|el|zu'
const personalName = new RegExp(String.raw`^${word}(?: (?:${word}|${particle})){0,3} ${word}$`, 'u')
const organization =
  /\b(?:agency|association|bureau|center|centre|club|college|commission|committee|company|corp|council|daily|department|desk|editors?|foundation|fund|group|herald|inc|institute|journal|ltd|magazine|media|ministry|network|news|office|post|press|project|radio|review|school|service|society|staff|studio|team|times|trust|tv|union|university|weekly|writers?)\b/i

function isPersonalName(name: string): boolean {
  return personalName.test(name) && !organization.test(name)
}

function isChineseName(name: string): boolean {
  return /^[\p{Script=Han}·]{2,4}$/u.test(name) && !/记者|記者|编辑|編輯|通讯员|通訊員/.test(name)
}
