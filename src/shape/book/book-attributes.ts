import { escapeXmlAttribute } from '#core/text/xml-text.ts'
import type { BookElement } from './book-tree.ts'

type Read = (value: string) => string | undefined

const readText: Read = (value) => value
const readOneOf =
  (...known: readonly string[]): Read =>
  (value) =>
    known.find((one) => one === value.trim().toLowerCase())
const readNumber =
  (least: number, most: number): Read =>
  (value) => {
    const number = /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : Number.NaN
    return number >= least && number <= most ? String(number) : undefined
  }
const readFlag =
  (name: string): Read =>
  () =>
    name

/** A language as BCP 47 writes it, or nothing. */
export function readLanguage(value: string): string | undefined {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(value) ? value : undefined
}

/** A day, or a day with a time that says its zone, which exists; or nothing. */
export function readTime(value: string): string | undefined {
  const [, day] =
    /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(value) ??
    []
  if (day === undefined || day.startsWith('0000')) return undefined
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day)
  return isDay && !Number.isNaN(Date.parse(value)) ? value : undefined
}

const forAll: Readonly<Record<string, Read>> = {
  dir: readOneOf('ltr', 'rtl', 'auto'),
  title: readText,
}

const cell: Readonly<Record<string, Read>> = {
  colspan: readNumber(1, 1000),
  rowspan: readNumber(1, 1000),
}
const numbered = readNumber(-999_999, 999_999)

const byTag: Readonly<Partial<Record<BookElement['tag'], Readonly<Record<string, Read>>>>> = {
  col: { span: readNumber(1, 1000) },
  colgroup: { span: readNumber(1, 1000) },
  del: { datetime: readTime },
  ins: { datetime: readTime },
  ol: {
    start: numbered,
    reversed: readFlag('reversed'),
    type: (value) => (/^[1aAiI]$/.test(value) ? value : undefined),
  },
  td: cell,
  th: { ...cell, scope: readOneOf('col', 'row', 'colgroup', 'rowgroup') },
}

/** Attributes of an element as XML, with a space before each; all but ids, addresses and what depends on the place. */
export function toXmlAttributes({ tag, attributes }: BookElement): string {
  const own = byTag[tag]
  let text = ''
  for (const [name, value] of attributes) {
    const read = own?.[name] ?? forAll[name]
    const kept = read?.(value)
    if (kept !== undefined) text += ` ${name}="${escapeXmlAttribute(kept)}"`
  }
  return text + toLanguageAttributes(attributes.get('lang'))
}

/** `lang` and, the same, `xml:lang`, with a space before each; empty for what is no language. */
export function toLanguageAttributes(language: string | undefined): string {
  const known = readLanguage(language ?? '')
  return known === undefined ? '' : ` lang="${known}" xml:lang="${known}"`
}

/** The number of an item, where its list counts; with a space before it. */
export function toItemNumber(item: BookElement): string {
  const value = numbered(item.attributes.get('value') ?? '')
  return value === undefined ? '' : ` value="${value}"`
}
