/** One key of the front matter, not yet understood. */
export interface FieldValue {
  /** Plain JSON; objects have no prototype. */
  value: unknown
  /** What stands in the file, without quotes where YAML has them; absent for null and nothing. */
  text?: string
  /** Present on a quoted text that would be a time to YAML without its quotes. */
  isQuoted?: true
  /** Of a list: what stands in the file for each item that is one text, those of lists within it too. */
  items?: string[]
  /** Line in the file. */
  line: number
}

/** Front matter as it stands: a Map, so that no key (`__proto__`) can do harm. */
export type Fields = ReadonlyMap<string, FieldValue>

/** Text of a JSON scalar; `undefined` for null, lists and objects. */
export function toScalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** A text that stands in quotes. */
export function toQuoted(text: string): Omit<FieldValue, 'line'> {
  return { value: text, text, ...(yamlTime.test(text) ? { isQuoted: true } : {}) }
}

const yamlTime =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?$/
