import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

/** Whether a strict reader of YAML accepts the front matter of a post; Hugo gives up on the whole site over one it does not. */
export function hasStrictFrontMatter(file: string): boolean {
  const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(readFileSync(file, 'utf8'))?.[1]
  return frontMatter === undefined || parseDocument(frontMatter).errors.length === 0
}
