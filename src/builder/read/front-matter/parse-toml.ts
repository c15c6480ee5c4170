import { createRequire } from 'node:module'
import type * as Toml from 'smol-toml'
import type { Fields, FieldValue } from './field-value.ts'
import { toPlainField } from './plain-fields.ts'

const require = createRequire(import.meta.url)

/** Fields of a TOML block, or why it cannot be read. */
export type TomlFields = { fields: Fields } | { fault: { reason: string; line: number } }

/**
 * Parses a TOML document. Dates keep the offset they are written with.
 * @param firstLine line of the file where the text starts, for `FieldValue.line`.
 */
export function parseToml(text: string, firstLine: number): TomlFields {
  // Loaded on first use, as the YAML parser is.
  const { parse, TomlError } = require('smol-toml') as typeof Toml
  try {
    const fields = new Map<string, FieldValue>()
    const lines = text.split('\n')
    for (const [key, value] of Object.entries(
      parse(text, { maxDepth: 16, integersAsBigInt: 'asNeeded' }),
    )) {
      fields.set(key, toPlainField(value, firstLine + findLine(lines, key)))
    }
    return { fields }
  } catch (error) {
    if (error instanceof TomlError) {
      return { fault: { reason: error.message.split('\n', 1)[0] ?? '', line: error.line } }
    }
    throw error
  }
}

function findLine(lines: readonly string[], key: string): number {
  const at = lines.findIndex((line) => {
    const [, name] = /^\s*\[{0,2}\s*["']?([^\s"'=.\]]+)/.exec(line) ?? []
    return name === key
  })
  return Math.max(0, at)
}

/** Keys whose value, whatever is wrong with its quotation marks, can only be meant as a text. */
const plainKeys = /^(?:title|date|author|slug)$/i

function readPlainly(line: string, at: number): FieldValue {
  const text = line
    .slice(line.indexOf('=') + 1)
    .trim()
    .replace(/^["']+|["']+$/g, '')
  return text === '' ? { value: null, line: at } : { value: text, text, line: at }
}

/** Reads invalid TOML line by line: each `key = value` that is valid alone, and the keys that are not. */
export function repairToml(
  text: string,
  firstLine: number,
): { fields: Map<string, FieldValue>; leftOut: string[] } {
  const fields = new Map<string, FieldValue>()
  const leftOut: string[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const [, key] = /^([\w-]+)[ \t]*=/.exec(line) ?? []
    if (key === undefined) continue
    const alone = parseToml(line, firstLine + at)
    const field = 'fields' in alone ? alone.fields.get(key) : undefined
    if (field !== undefined) fields.set(key, field)
    else if (plainKeys.test(key)) fields.set(key, readPlainly(line, firstLine + at))
    else leftOut.push(key)
  }
  return { fields, leftOut }
}
