/** Markdown syntax that rarely occurs in plain text by chance; `*****` separators and `#hashtags` do not count. */
const marks = [
  /^#{1,6} +\S/gm,
  /^\S.{0,200}\n(?:={3,}|-{3,})[ \t]*$/gm,
  /\[[^\][\n]{1,300}\]\([^()\s]{1,2000}\)/g,
  /^ {0,3}(?:[-*+]|\d{1,3}[.)]) +\S.*\n(?:\n)? {0,3}(?:[-*+]|\d{1,3}[.)]) +\S/gm,
  /^ {0,3}> ?\S/gm,
  /^ {0,3}(?:`{3,}|~{3,})/gm,
  /(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)/g,
  /`[^`\n]{1,200}`/g,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|/gm,
]

/** Whether a text has at least `least` marks of Markdown, of the same kind or of different ones. */
export function holdsMarks(text: string, least: number): boolean {
  let count = 0
  for (const mark of marks) {
    for (const _ of text.matchAll(mark)) if (++count === least) return true
  }
  return false
}

/** The text without its fenced blocks and pieces of code. */
export function withoutCode(text: string): string {
  const lines: string[] = []
  let fence = ''
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '' && mark === '') lines.push(line.replace(/`[^`\n]+`/g, ''))
    else if (fence === '') fence = mark
    else if (mark.startsWith(fence) && line.trim() === mark) fence = ''
  }
  return lines.join('\n')
}
