import { stripTags } from './plain-text.ts'

/**
 * Text of an article whose cleaned HTML comes in parts, block by block on lines of their own. The search index is made from it, and
 * the reader looks for hits in it: both must see the same lines.
 */
export function toBodyText(parts: readonly string[]): string {
  return parts.map(stripTags).join('\n')
}
