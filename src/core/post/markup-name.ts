/** Endings of Markdown files: Jekyll's `markdown_ext`, and Markdown with JSX. */
const markdownEndings = 'md|markdown|mkd|mkdn|mdown|mkdown|mdx'

const markdownName = new RegExp(`\\.(?:${markdownEndings})$`, 'i')
const markupName = new RegExp(`\\.(?:${markdownEndings}|html?)$`, 'i')

export function isMarkdownName(name: string): boolean {
  return markdownName.test(name)
}

/** A name without the ending of a Markdown or HTML file. */
export function dropMarkupEnding(name: string): string {
  return name.replace(markupName, '')
}
