import type { Parsed, PostNote } from '../problem/post-note.ts'
import type { Fields } from './field-value.ts'
import { parseJson } from './parse-json.ts'
import { parseToml, repairToml } from './parse-toml.ts'
import { parseYaml } from './parse-yaml.ts'
import { parseSimpleFields } from './parse-simple-fields.ts'
import { repairFrontMatter } from './repair-front-matter.ts'
import type { FrontMatterForm } from './split-front-matter.ts'

/** Fields of a post's front matter, and warnings about what was repaired in it. */
export interface FrontMatter {
  fields: Fields
  warnings: PostNote[]
}

/**
 * Parses front matter as plain data. What is invalid is read line by line with a warning. Fails only if not a single key
 * can be read.
 * @param firstLine line of the file where `text` starts.
 */
export function parseFrontMatter(
  text: string,
  firstLine: number,
  form: FrontMatterForm = 'yaml',
): Parsed<FrontMatter> {
  if (form === 'toml') return parseTomlMatter(text, firstLine)
  if (form === 'json') return parseJsonMatter(text, firstLine)
  return parseYamlMatter(text, firstLine)
}

function parseTomlMatter(text: string, firstLine: number): Parsed<FrontMatter> {
  const strict = parseToml(text, firstLine)
  if ('fields' in strict) return { value: { fields: strict.fields, warnings: [] } }
  const { reason, line } = strict.fault
  const note = {
    field: 'frontMatter',
    line: firstLine + line - 1,
    hint: 'Write each value as TOML: texts in double quotes, lists in brackets.',
  }
  const { fields, leftOut } = repairToml(text, firstLine)
  if (fields.size === 0)
    return { error: { ...note, reason: `The TOML cannot be read: ${reason}.` } }
  const repaired = `The TOML cannot be read: ${reason}. It was repaired by reading it line by line${toRest(leftOut)}.`
  return { value: { fields, warnings: [{ ...note, reason: repaired }] } }
}

function parseJsonMatter(text: string, firstLine: number): Parsed<FrontMatter> {
  const read = parseJson(text, firstLine)
  if ('fields' in read && read.fields.size > 0)
    return { value: { fields: read.fields, warnings: [] } }
  const { reason, line } = 'fault' in read ? read.fault : { reason: 'It holds no key', line: 1 }
  return {
    error: {
      field: 'frontMatter',
      line: firstLine + line - 1,
      reason: `The JSON cannot be read: ${reason.split('\n', 1)[0] ?? ''}.`,
      hint: 'Write it as JSON, or as YAML between two lines of `---`.',
    },
  }
}

function toRest(leftOut: readonly string[]): string {
  const names = leftOut.map((key) => `\`${key}\``).join(', ')
  return names === '' ? '' : `, without ${names}`
}

function parseYamlMatter(yaml: string, firstLine: number): Parsed<FrontMatter> {
  const simple = parseSimpleFields(yaml, firstLine)
  if (simple) return { value: { fields: simple, warnings: [] } }
  const strict = parseYaml(yaml, firstLine)
  if ('fields' in strict) {
    const warnings = strict.repeated.map((key) => toRepeatedNote(key, strict.fields))
    return { value: { fields: strict.fields, warnings } }
  }
  const { fields, leftOut } = repairFrontMatter(yaml, firstLine)
  const reason = `The YAML cannot be read: ${strict.fault.reason.split('\n', 1)[0] ?? ''}.`
  const note = {
    field: findKey(yaml, strict.fault.line),
    line: firstLine + strict.fault.line - 1,
    hint: 'Put the text in single quotes, with each quote inside doubled.',
  }
  if (fields.size === 0) return { error: { ...note, field: 'frontMatter', reason } }
  const repaired = `${reason} It was repaired by reading it line by line${toRest(leftOut)}.`
  return { value: { fields, warnings: [{ ...note, reason: repaired }] } }
}

/** Returns the key that a line (from 1) belongs to. */
function findKey(yaml: string, line: number): string {
  const above = yaml.split('\n').slice(0, line)
  const keys = above.flatMap((text) => /^([A-Za-z_][\w-]{0,40})[ \t]*:/.exec(text)?.[1] ?? [])
  return keys.at(-1) ?? 'frontMatter'
}

function toRepeatedNote(key: string, fields: Fields): PostNote {
  const line = fields.get(key)?.line
  return {
    field: key,
    ...(line === undefined ? {} : { line }),
    reason: `\`${key}\` occurs more than once in the front matter; the last one is used.`,
    hint: 'Keep one of them.',
  }
}
