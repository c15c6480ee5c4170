import { toQuoted, toScalarText, type FieldValue } from './field-value.ts'

const maxDepth = 8

/** A value of TOML, JSON or settings as a field; `line` is 0 where it stands in no file of a post. */
export function toPlainField(value: unknown, line: number): FieldValue {
  const plain = toPlain(value, 1)
  if (plain === null) return { value: null, line }
  if (typeof plain === 'string') return { ...toQuoted(plain), line }
  const scalar = toScalarText(plain)
  if (scalar !== undefined) return { value: plain, text: scalar, line }
  const text = JSON.stringify(plain)
  return { value: plain, text, ...(Array.isArray(plain) ? { items: toItems(plain) } : {}), line }
}

/** Plain JSON without prototypes; what lies deeper than eight levels becomes null. */
function toPlain(value: unknown, depth: number): unknown {
  if (value === null || value === undefined || depth > maxDepth) return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : toDateText(value)
  if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1))
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object') return value
  const record: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) record[key] = toPlain(inner, depth + 1)
  return record
}

/** Dates of TOML keep the form they were written in, but for milliseconds of zero. */
function toDateText(date: Date): string {
  return date.toISOString().replace(/\.000(?=Z|[+-]|$)/, '')
}

function toItems(list: readonly unknown[]): string[] {
  return list.flatMap((item): string[] => {
    if (Array.isArray(item)) return toItems(item)
    const text = toScalarText(item)
    return text === undefined ? [] : [text]
  })
}
