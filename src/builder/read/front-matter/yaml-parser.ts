import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

const require = createRequire(import.meta.url)

/**
 * The parser of YAML. Loaded when it is first asked for: nearly all front matter is read without it, and loading it takes longer than
 * reading some hundred posts.
 */
export function loadYamlParser(): typeof Yaml {
  return require('yaml') as typeof Yaml
}
