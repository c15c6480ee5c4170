import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

const require = createRequire(import.meta.url)

/**
 * Returns the YAML parser, loaded on first use: nearly all front matter is read without it, and loading it takes longer
 * than reading a few hundred posts.
 */
export function loadYamlParser(): typeof Yaml {
  return require('yaml') as typeof Yaml
}
