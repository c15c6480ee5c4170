import { stripTags } from './plain-text.ts'

/**
 * Plain text of an article whose cleaned HTML comes in parts. Blocks, and so the parts, never share a line. The search
 * index is built from this text, and the reader finds hits in it: both must see the same lines.
 */
export function toBodyText(parts: readonly string[]): string {
  return parts.map(stripTags).join('\n')
}
