import type { ListFormat } from './list-format.ts'
import { toMarkdownText } from './markdown-text.ts'
import { toDateParts } from './reference.ts'

/** A Markdown list: title linked to the archive, authors, source, day, link to the original, tags. */
export const markdownFormat: ListFormat = {
  extension: 'md',
  contentType: 'text/markdown;charset=utf-8',
  head: ({ archiveTitle, accessed }) => `# ${toMarkdownText(archiveTitle)}, ${accessed}\n\n`,
  entry: ({ title, archive, original, authors, source, published, tags }) => {
    const facts = [
      `[${toMarkdownText(title)}](${toTarget(archive)})`,
      ...authors.map(toMarkdownText),
      ...(source === undefined ? [] : [toMarkdownText(source)]),
      ...(published === undefined ? [] : [toDateParts(published).join('-')]),
      // The address is its own text, so that it can be read on paper.
      ...(original === undefined ? [] : [`<${toTarget(original)}>`]),
    ]
    const labels = tags.length === 0 ? '' : ` (${tags.map(toMarkdownText).join(', ')})`
    return `- ${facts.join(', ')}${labels}\n`
  },
  separator: '',
  tail: '',
}

/** An address in brackets of either kind: signs that would end it are percent-encoded. */
function toTarget(address: string): string {
  return address.replace(/[\s<>()\\]/g, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return `%${code.toString(16).toUpperCase().padStart(2, '0')}`
  })
}
