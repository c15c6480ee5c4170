import { facetNames, type FacetName } from '#core/facet/facet.ts'
import { dateFields, type DateField } from '#core/selection/query-days.ts'

/** All signs that begin and end a quotation. */
export const quotes = '"\u201c\u201d\u201e\u201f\uff02'
/** All signs that exclude what follows them. */
export const minusPattern = /^[-\uff0d\u2212]/u
/** A single one excludes; two begin a word, `--hard`. */
const excludingPattern = /^[-\uff0d\u2212](?![-\uff0d\u2212])/u
const quotePattern = new RegExp(`[${quotes}]`, 'gu')

/** Names that may stand before a colon. `lang` is short for `language`. */
export const fieldNames = ['title', ...facetNames, 'site', 'lang', ...dateFields] as const
export type FieldName = (typeof fieldNames)[number]

/** Fields whose value is compared with the values of a facet; `site` with those of `source`. */
export type ValueField = FacetName | 'site'

/** Words that join conditions. Only capitals do: in small letters they are words like any other. */
export type Operator = 'OR' | 'AND' | 'NOT'

/** A condition of a query as typed: the text between spaces, or in quotes. */
export interface QueryChunk {
  kind: 'chunk'
  isExcluded: boolean
  field: 'any' | FieldName
  text: string
  isQuoted: boolean
  /** Whether nothing follows it, not even a bracket, so that its last word may be unfinished. */
  isLast: boolean
}

/** Conditions joined by OR, or excluded together. */
export interface QueryGroup {
  kind: 'group'
  isExcluded: boolean
  /** At least one; each holds at least one part, all of which must hold. */
  alternatives: QueryPart[][]
}

/** A condition of a query, or several in a group. */
export type QueryPart = QueryChunk | QueryGroup

/** Whether a field names days. */
export function isDateField(field: QueryChunk['field']): field is DateField {
  return dateFields.some((known) => known === field)
}

/** Parts of a query in query syntax. Parsing them again gives the same parts. */
export function formatParts(parts: readonly QueryPart[]): string {
  // With one space `10` and `000` would be groups of one number.
  return parts.map(formatPart).reduce((before, next) => {
    const isApart = before === '' || !/\d$/u.test(before) || !/^\d/u.test(next)
    return `${before}${before === '' ? '' : isApart ? ' ' : '  '}${next}`
  }, '')
}

function formatPart(part: QueryPart): string {
  const sign = part.isExcluded ? '-' : ''
  if (part.kind === 'chunk') return `${sign}${formatChunk(part)}`
  const isAlone = part.alternatives.length === 1
  const alternatives = part.alternatives.map((own) =>
    own.length === 1 || isAlone ? formatParts(own) : `(${formatParts(own)})`,
  )
  return `${sign}(${alternatives.join(' OR ')})`
}

function formatChunk({ field, text, isQuoted, isExcluded }: QueryChunk): string {
  const isMisread =
    hasUnevenBrackets(text) ||
    (field === 'any' &&
      ((isExcluded ? minusPattern : excludingPattern).test(text) || (text === '' && !isExcluded)))
  const words = isQuoted || isMisread ? `"${text.replaceAll(quotePattern, ' ')}"` : text
  return `${field === 'any' ? '' : `${field}:`}${words}`
}

/** Whether the brackets in a text would be taken for those around it. */
function hasUnevenBrackets(text: string): boolean {
  let open = 0
  for (const sign of text.normalize('NFKC')) {
    if (sign === '(') open++
    if (sign === ')' && --open < 0) return true
  }
  return open > 0
}
