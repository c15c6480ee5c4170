import type { Document, LineCounter, ParsedNode, YAMLError, YAMLSeq } from 'yaml'
import { toQuoted, type FieldValue, type Fields } from './field-value.ts'
import { placeAliases } from './yaml-aliases.ts'
import { loadYamlParser } from './yaml-parser.ts'

const maxDepth = 4

/** Why strict parsing failed: a sentence and the line within the text, from 1. */
export interface YamlFault {
  reason: string
  line: number
}

/** Fields of a YAML block and its repeated keys, or the first thing in it that is not plain data. */
export type StrictFields = { fields: Fields; repeated: string[] } | { fault: YamlFault }

/**
 * Parses a mapping of plain data, at most four levels deep: no tags, no alias without a value, no anchor before plain
 * words without an alias. Dates stay strings, and numbers keep their source text next to the value. The last value of a
 * repeated key wins.
 * @param firstLine line of the file where the text starts, for `FieldValue.line`.
 */
export function parseYaml(text: string, firstLine: number): StrictFields {
  const deep = findDeepFlow(text)
  if (deep !== undefined) return { fault: { reason: tooDeep, line: deep } }
  const { LineCounter, parseDocument } = loadYamlParser()
  const counter = new LineCounter()
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
    lineCounter: counter,
    prettyErrors: false,
  })
  const error = document.errors[0] ?? document.warnings[0]
  if (error) return { fault: toFault(error, counter) }
  return toFields(document, { text, counter, firstLine })
}

function toFault(error: YAMLError, counter: LineCounter): YamlFault {
  // How far the parser gets before the stack overflows differs between machines, so no line is reported.
  if (error.message.startsWith('Maximum call stack')) return { reason: tooDeep, line: 1 }
  return { reason: error.message, line: counter.linePos(error.pos[0]).line }
}

/**
 * Line of the bracket that opens a 65th level, if any: the parser would take seconds to give up on such a text. Brackets
 * inside quotes count too; that only sends such a text to the line-by-line repair.
 */
function findDeepFlow(text: string): number | undefined {
  let depth = 0
  for (const match of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (match[0] === '[' || match[0] === '{' ? 1 : -1))
    if (depth > 64) return text.slice(0, match.index).split('\n').length
  }
  return undefined
}

interface YamlText {
  text: string
  counter: LineCounter
  firstLine: number
}

const tooDeep = `Values are nested more than ${maxDepth} deep`

class UnwantedYaml extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

function toFields(document: Document.Parsed, source: YamlText): StrictFields {
  const { isMap } = loadYamlParser()
  const root = document.contents
  const fields = new Map<string, FieldValue>()
  const repeated: string[] = []
  if (root === null) return { fields, repeated }
  try {
    if (!isMap(root)) throw new UnwantedYaml('It is not a mapping of keys to values', root.range[0])
    refuseProperties(root)
    if (source.text.includes('&')) placeAliases(root)
    for (const pair of root.items) {
      const key = toKey(pair.key)
      if (fields.has(key)) repeated.push(key)
      fields.set(key, {
        ...toFieldValue(pair.value, source.text),
        line: source.firstLine + source.counter.linePos(pair.key.range[0]).line - 1,
      })
    }
  } catch (error) {
    if (!(error instanceof UnwantedYaml)) throw error
    return { fault: { reason: error.message, line: source.counter.linePos(error.offset).line } }
  }
  return { fields, repeated }
}

function toFieldValue(node: ParsedNode | null, text: string): Omit<FieldValue, 'line'> {
  const { isScalar, isSeq } = loadYamlParser()
  if (node === null) return { value: null }
  const value = toPlain(node, 1)
  if (value === null) return { value }
  if (!isScalar(node)) {
    const written = text.slice(node.range[0], node.range[1]).trim()
    return { value, text: written, ...(isSeq(node) ? { items: toItems(node) } : {}) }
  }
  if (typeof value === 'string' && node.type?.startsWith('QUOTE')) return toQuoted(value)
  // `007` and `1.50` are numbers in YAML, but a title must show them as written.
  return { value, text: typeof value === 'string' ? value : (node.source ?? '') }
}

function toItems(list: YAMLSeq.Parsed): string[] {
  const { isScalar, isSeq } = loadYamlParser()
  return list.items.flatMap((item): string[] => {
    if (isSeq(item)) return toItems(item)
    const { text } = isScalar(item) ? toFieldValue(item, '') : {}
    return text === undefined ? [] : [text]
  })
}

function toKey(node: ParsedNode): string {
  const { isScalar } = loadYamlParser()
  refuseProperties(node)
  if (!isScalar(node)) throw new UnwantedYaml('A key is not a word', node.range[0])
  return node.source ?? String(node.value)
}

function toPlain(node: ParsedNode | null, depth: number): unknown {
  const { isMap, isScalar, isSeq } = loadYamlParser()
  if (node === null) return null
  refuseProperties(node)
  if (depth > maxDepth) throw new UnwantedYaml(tooDeep, node.range[0])
  if (isSeq(node)) return node.items.map((item) => toPlain(item, depth + 1))
  if (isMap(node)) {
    const record: Record<string, unknown> = Object.create(null)
    for (const pair of node.items) record[toKey(pair.key)] = toPlain(pair.value, depth + 1)
    return record
  }
  if (!isScalar(node)) return null
  const { value } = node
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  // JSON has neither infinity nor big integers, so the source text is kept instead.
  const isExact =
    Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
  return isExact ? value : (node.source ?? '')
}

function refuseProperties(node: ParsedNode): void {
  const { isAlias } = loadYamlParser()
  if (isAlias(node)) throw new UnwantedYaml('It holds an alias (`*name`)', node.range[0])
  if (node.anchor !== undefined)
    throw new UnwantedYaml('It holds an anchor (`&name`)', node.range[0])
  if (node.tag !== undefined) throw new UnwantedYaml('It holds a tag (`!name`)', node.range[0])
}
