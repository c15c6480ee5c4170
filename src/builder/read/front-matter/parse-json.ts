import type { Fields, FieldValue } from './field-value.ts'
import { parseYaml, type YamlFault } from './parse-yaml.ts'
import { toPlainField } from './plain-fields.ts'

/**
 * Parses a JSON object. One with comments, single quotes or a last comma is read as YAML, which allows them in the same
 * form.
 * @param firstLine line of the file where the text starts, for `FieldValue.line`.
 */
export function parseJson(
  text: string,
  firstLine: number,
): { fields: Fields } | { fault: YamlFault } {
  try {
    const value: unknown = JSON.parse(text)
    const fields = new Map<string, FieldValue>()
    for (const [key, inner] of Object.entries(value ?? {})) {
      const at = text.indexOf(JSON.stringify(key))
      const line = at === -1 ? 0 : text.slice(0, at).split('\n').length - 1
      fields.set(key, toPlainField(inner, firstLine + line))
    }
    return { fields }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return parseYaml(dropComments(text).replaceAll('\t', ' '), firstLine)
  }
}

/** The text without what stands behind `//`, but for addresses, and within `/* *\/`; its lines stay where they are. */
function dropComments(text: string): string {
  const parts = /("(?:[^"\\]|\\.)*"|'[^'\n]*')|(?<!:)\/\/.*|\/\*[^]*?\*\//g
  return text.replace(parts, (found: string, quoted?: string) => quoted ?? found.replace(/./g, ' '))
}
