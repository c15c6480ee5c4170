import { toSingleLine } from './reference.ts'

/** A text in one line in which no character has a meaning in Markdown. */
export function toMarkdownText(text: string): string {
  return toSingleLine(text).replace(/[\\`*_{}[\]<>()#+!|~&$]/g, String.raw`\$&`)
}
