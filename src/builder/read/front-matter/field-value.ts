/** Value of one front matter key, not yet interpreted. */
export interface FieldValue {
  /** Plain JSON; objects have no prototype. */
  value: unknown
  /** Text as written in the file, without YAML quotes; absent for null and for an empty value. */
  text?: string
  /** Set on a quoted text that YAML would read as a timestamp without the quotes. */
  isQuoted?: true
  /** For a list: text of each scalar item as written in the file, nested lists flattened. */
  items?: string[]
  /** Line in the file, from 1. */
  line: number
}

/** Front matter fields by key. A Map, so that a key such as `__proto__` is harmless. */
export type Fields = ReadonlyMap<string, FieldValue>

/** Text of a JSON scalar; `undefined` for null, lists and objects. */
export function toScalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** Field value of a quoted text. */
export function toQuoted(text: string): Omit<FieldValue, 'line'> {
  return { value: text, text, ...(yamlTime.test(text) ? { isQuoted: true } : {}) }
}

const yamlTime =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?$/
