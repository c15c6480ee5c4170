/** Marks of Markdown and of templates, as they show in text that nobody has rendered. */
const marks: readonly RegExp[] = [
  /(?<![*\w])\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*(?![*\w])/,
  /^#{1,6} \S/m,
  /\]\([^()\s]{1,300}\)/,
  /(?<![\w\])])\[[^[\]\n]{1,80}\]\[[^[\]\n]{0,80}\]/,
  /^ {0,3}\[[^\]\n]{1,80}\]: \S/m,
  /`{3}|~{3}/,
  /(?<!`)`[^`\n]{1,100}`(?!`)/,
  /\{%-?\s*\w|(?<!\{)\{\{(?:[<%]|\s*[\w.$"'])[^{}]*\}\}(?!\})/,
  /\{:\s*(?:[.#][\w-]|[\w-]+="|toc\b)[^{}\n]{0,100}\}|^[^()\n]{1,200}\{#[\w-]+\}$/m,
  /^\|.*\|$/m,
  /^ {0,3}(?:-{3,}|={3,})$/m,
  /^:{3}/m,
  /\[\^[^\]\s]+\]/,
  /\[\[[^[\]\n]+\]\]|\[![a-z]+\]/i,
  /<!--|-->/,
]

/** The first mark that an article's HTML shows outside of code; `undefined` for none. */
export function findRawMark(html: string): string | undefined {
  const text = html
    .replace(/<(pre|code|kbd|samp)[\s>][^]*?<\/\1>/g, ' ')
    .replace(
      /<\/?(?:p|li|h[1-6]|div|br|td|th|tr|dd|dt|blockquote|figcaption|summary|ul|ol)\b[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  for (const mark of marks) {
    const found = mark.exec(text)
    if (found) return found[0].slice(0, 60)
  }
  return undefined
}
