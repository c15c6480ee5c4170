import type { FieldValue } from './field-value.ts'
import { parseYaml } from './parse-yaml.ts'

const knownKeys = new Set([
  'layout',
  'title',
  'date',
  'author',
  'authors',
  'from',
  'tag',
  'tags',
  'category',
  'categories',
  'comments',
])

const lists = new Set(['tag', 'tags', 'category', 'categories', 'authors'])

/** What could be read from front matter that is not valid YAML. */
export interface RepairedFields {
  fields: Map<string, FieldValue>
  /** Keys without an obvious meaning, in source order. */
  leftOut: string[]
}

/**
 * Reads invalid front matter key by key. A key whose lines are valid YAML on their own is parsed as YAML. Of the others,
 * known keys are read as the text they obviously mean, and the rest are left out.
 */
export function repairFrontMatter(yaml: string, firstLine: number): RepairedFields {
  const fields = new Map<string, FieldValue>()
  const leftOut = new Set<string>()
  const lines = yaml.split('\n')
  for (const [at, head] of lines.entries()) {
    const match = /^([A-Za-z_][\w-]{0,40})[ \t]*:(?:[ \t]+(.*))?$/.exec(head)
    if (!match) continue
    const [, key = '', rest = ''] = match
    const following = takeFollowing(lines, at + 1)
    const field = readAlone([head, ...following].join('\n'), key, firstLine + at)
    if (field) fields.set(key, field)
    else if (knownKeys.has(key)) {
      const more = following.map((line) => line.trim())
      fields.set(key, { ...readPlainly(key, rest.trim(), more), line: firstLine + at })
    } else leftOut.add(key)
  }
  return { fields, leftOut: [...leftOut] }
}

/** Returns the lines that belong to the key above them: indented lines and list items. */
function takeFollowing(lines: readonly string[], start: number): string[] {
  let end = start
  while (end < lines.length && /^(?:[ \t]+\S|- )/.test(lines[end] ?? '')) end++
  return lines.slice(start, end)
}

function readAlone(text: string, key: string, line: number): FieldValue | undefined {
  const result = parseYaml(text, line)
  if ('fault' in result || result.fields.size !== 1) return undefined
  return result.fields.get(key)
}

function readPlainly(key: string, value: string, more: string[]): Omit<FieldValue, 'line'> {
  if (lists.has(key)) {
    const items = value === '' ? more.map((line) => line.replace(/^-[ \t]*/, '')) : splitFlow(value)
    const texts = items.map(unquote)
    return { value: texts, text: value, items: texts }
  }
  const text = unquote([value, ...more].join(' ').trim())
  return text === '' ? { value: null } : { value: text, text }
}

function splitFlow(value: string): string[] {
  return value
    .replace(/^\[/, '')
    .replace(/\]$/, '')
    .split(',')
    .map((item) => item.trim())
}

/** Strips quotes that a program put around a text without escaping the text. */
function unquote(text: string): string {
  const quote = text[0]
  if (text.length < 2 || (quote !== '"' && quote !== "'")) return text
  if (!text.endsWith(quote)) {
    // A lone opening quote was meant to close at the end of the line.
    return text.indexOf(quote, 1) === -1 ? text.slice(1) : text
  }
  const inner = text.slice(1, -1)
  // In `"Foo" and "bar"` the outer quotes are not a pair: the first inner quote closes.
  if (/^[^"']*\S["'](?=[\s,.;:!?])/.test(inner) && inner.includes(` ${quote}`)) return text
  return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1')
}
