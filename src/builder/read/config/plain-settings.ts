import type * as Yaml from 'yaml'
import { loadYamlParser } from '../front-matter/yaml-parser.ts'
import { parseToml } from '../front-matter/parse-toml.ts'

/** Settings as plain values, and what is wrong with them. */
export interface PlainSettings {
  /** All scalars are texts, as written. */
  texts: Record<string, unknown>
  /** Numbers, booleans and texts apart, as templates see them. */
  values: Record<string, unknown>
  fault?: string
}

/** Parses a settings file by the ending of its name: TOML, or YAML, which JSON is a part of. */
export function parsePlainSettings(text: string, file: string): PlainSettings {
  return file.endsWith('.toml') ? parseTomlSettings(text) : parseYamlSettings(text)
}

function parseTomlSettings(text: string): PlainSettings {
  const read = parseToml(text, 1)
  if ('fault' in read) return { texts: {}, values: {}, fault: read.fault.reason }
  const values: Record<string, unknown> = Object.create(null)
  for (const [key, field] of read.fields) values[key] = field.value
  return { texts: values, values }
}

function parseYamlSettings(text: string): PlainSettings {
  const { isMap, isScalar, parseDocument, visit } = loadYamlParser()
  const document = parseDocument(text, {
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  })
  const toRecord = (): Record<string, unknown> => {
    const record: Record<string, unknown> = Object.create(null)
    if (!isMap(document.contents)) return record
    for (const { key, value } of document.contents.items) {
      if (isScalar(key)) record[String(key.value)] = toPlain(value, document)
    }
    return record
  }
  const values = toRecord()
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'PLAIN' && node.source !== undefined) node.value = node.source
    },
  })
  const texts = toRecord()
  const fault = document.errors[0]?.message.split('\n', 1)[0]
  return fault === undefined ? { texts, values } : { texts, values, fault }
}

/** Most times that aliases may repeat a value: settings use them for a few lines. */
const mostAliases = 100

function toPlain(node: Yaml.ParsedNode | null, document: Yaml.Document.Parsed): unknown {
  if (node === null) return null
  try {
    return node.toJS(document, { maxAliasCount: mostAliases })
  } catch (error) {
    if (error instanceof ReferenceError) return null
    throw error
  }
}
