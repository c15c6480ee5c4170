import type { Parsed, PostNote } from '../problem/post-note.ts'

/** A post file split into front matter and body. */
export interface SplitPost {
  /** YAML between the two `---` lines. */
  yaml: string
  /** Line in the file where `yaml` starts. */
  yamlLine: number
  body: string
  /** Line in the file where `body` starts. */
  bodyLine: number
}

const maxCharacters = 65_536

/**
 * Splits the block between two `---` lines off the start of a post (`...` closes it too, as in Jekyll). Gives up if the
 * end is not found within 64 kB.
 */
export function splitFrontMatter(text: string): Parsed<SplitPost> {
  const lineEnd = text.indexOf('\n')
  const first = (lineEnd === -1 ? text : text.slice(0, lineEnd)).trimEnd()
  if (first !== '---') return { error: toMissingNote(first) }
  let start = lineEnd + 1
  let line = 2
  while (start > 0 && start < text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const rule = end - start > 40 ? '' : text.slice(start, end).trimEnd()
    if (rule === '---' || rule === '...') {
      const yaml = text.slice(lineEnd + 1, start)
      return { value: { yaml, yamlLine: 2, body: text.slice(end + 1), bodyLine: line + 1 } }
    }
    if (end - lineEnd > maxCharacters) return { error: tooLargeNote }
    start = end + 1
    line++
  }
  return {
    error: {
      field: 'frontMatter',
      line: 1,
      reason: 'The front matter begins with `---` but does not end.',
      hint: 'Write a line `---` after the last key.',
    },
  }
}

const tooLargeNote: PostNote = {
  field: 'frontMatter',
  line: 1,
  reason: 'The front matter is larger than 64 kB.',
  hint: 'Close it with a line `---`, or move the text below that line.',
}

function toMissingNote(first: string): PostNote {
  const note = { field: 'frontMatter', line: 1 }
  if (/^---\s*[a-z]/i.test(first) || first === '+++') {
    return {
      ...note,
      reason: `The front matter is not YAML: it begins with \`${first.slice(0, 20)}\`.`,
      hint: 'Write it as YAML between two lines of `---`; code in it is never run.',
    }
  }
  return {
    ...note,
    reason: 'The file has no front matter.',
    hint: 'Begin the file with `---`, keys such as `title:` and `date:`, and `---` again.',
  }
}
