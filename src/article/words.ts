/** Returns the message for a key, with `{{name}}` filled in. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** Messages of one language as in a message file: nested keys, plural forms as `key_one`, `key_other`. */
export interface Messages {
  [key: string]: string | Messages
}

/**
 * Makes the message lookup of one language: dotted keys, `{{name}}` filled from `values`, plural forms chosen by
 * `values.count`. A missing key is returned as is, so that the gap is visible.
 */
export function makeWords(messages: Messages, locale: string): Words {
  // Created lazily, when something is counted: the first one in a process takes several milliseconds.
  let plurals: Intl.PluralRules | undefined
  const findCounted = (key: string, count: number) => {
    plurals ??= new Intl.PluralRules(locale)
    return findWords(messages, `${key}_${plurals.select(count)}`)
  }
  return (key, values = {}) => {
    const { count } = values
    const counted = typeof count === 'number' ? findCounted(key, count) : undefined
    const text = counted ?? findWords(messages, key) ?? key
    return text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : gap,
    )
  }
}

function findWords(messages: Messages, key: string): string | undefined {
  let found: string | Messages | undefined = messages
  for (const name of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, name)) return undefined
    found = found[name]
  }
  return typeof found === 'string' ? found : undefined
}
