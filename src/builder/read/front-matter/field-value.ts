/** One key of the front matter, not yet understood. */
export interface FieldValue {
  /** Plain JSON; objects have no prototype. */
  value: unknown
  /** What stands in the file, without quotes where YAML has them; absent for null and nothing. */
  text?: string
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
