import type { Parsed, PostNote } from '../problem/post-note.ts'
import { findJsonEnd } from './json-end.ts'

/** What front matter is written in. */
export type FrontMatterForm = 'yaml' | 'toml' | 'json'

/** A post file split into front matter and body. */
export interface SplitPost {
  form: FrontMatterForm
  /** Front matter without the lines that mark it; of JSON with its braces. */
  text: string
  /** Line in the file where `text` starts. */
  line: number
  body: string
  /** Line in the file where `body` starts. */
  bodyLine: number
}

const maxCharacters = 65_536

/** How front matter may begin, the lines that end it, and what is in it. */
const fences: readonly { start: RegExp; end: RegExp; form: FrontMatterForm; mark: string }[] = [
  { start: /^-{3,}$/, end: /^(?:-{3,}|\.\.\.)$/, form: 'yaml', mark: '---' },
  { start: /^\+\+\+$/, end: /^\+\+\+$/, form: 'toml', mark: '+++' },
  { start: /^;{3,}$/, end: /^;{3,}$/, form: 'json', mark: ';;;' },
  // With the name of the form, as Eleventy and other users of gray-matter write it.
  { start: /^---[ \t]*ya?ml$/i, end: /^(?:---|\.\.\.)$/, form: 'yaml', mark: '---' },
  { start: /^---[ \t]*toml$/i, end: /^---$/, form: 'toml', mark: '---' },
  { start: /^---[ \t]*json$/i, end: /^---$/, form: 'json', mark: '---' },
]

/**
 * Splits the front matter off the start of a post: YAML between `---` lines (`...` ends it too, as in Jekyll; Hexo needs no
 * line before it, Pelican and MultiMarkdown none at all), TOML between `+++` lines, a JSON object, JSON without braces between `;;;` lines, as in Hexo, or any of
 * them between `---json` and `---`.
 * Blank lines may stand before it. Gives up if its end is not found within 64 kB.
 */
export function splitFrontMatter(text: string): Parsed<SplitPost> {
  const start = text.search(/\S/)
  const from = start === -1 ? 0 : text.lastIndexOf('\n', start) + 1
  const firstEnd = text.indexOf('\n', from)
  const first = text.slice(from, firstEnd === -1 ? undefined : firstEnd).trimEnd()
  const line = from === 0 ? 1 : text.slice(0, from).split('\n').length
  const fence = fences.find((of) => of.start.test(first))
  if (fence !== undefined) {
    return splitFenced(text, {
      ...fence,
      from: firstEnd === -1 ? text.length : firstEnd + 1,
      line: line + 1,
    })
  }
  if (/^\{(?![{%])/.test(first)) return splitObject(text, from, line)
  const hexo = /^(?:title|date|layout|tags?|categor(?:y|ies)|author|permalink|comments)[ \t]*:/i
  const yaml = fences[0]
  if (yaml !== undefined && hexo.test(first)) {
    const split = splitFenced(text, { ...yaml, end: /^-{3,}$/, from, line })
    if (split.value !== undefined && isKeys(split.value.text)) return split
    const head = splitHead(text, from, line)
    if (head !== undefined) return { value: head }
  }
  return { error: toMissingNote(first) }
}

/** Two keys or more up to a blank line, as Pelican and MultiMarkdown have them, one of them a title or a date. */
function splitHead(text: string, from: number, line: number): SplitPost | undefined {
  const end = text.indexOf('\n\n', from)
  if (end === -1 || end - from > maxCharacters) return undefined
  const inside = text.slice(from, end)
  const lines = inside.split('\n')
  const isHead =
    lines.length > 1 && lines.every((key) => /^[A-Za-z][\w -]{0,40}:[ \t]+\S/.test(key))
  if (!isHead || !/^(?:title|date)[ \t]*:/im.test(inside)) return undefined
  const body = text.slice(end + 2)
  return { form: 'yaml', text: inside, line, body, bodyLine: line + lines.length + 1 }
}

/** Whether each line is a key, belongs to one or says nothing: a text above a rule is no front matter. */
function isKeys(text: string): boolean {
  return text
    .split('\n')
    .every((line) => /^(?:[\w-]+[ \t]*:(?:[ \t]|$)|[ \t]+\S|[-#]|\s*$)/.test(line))
}

interface Fenced {
  end: RegExp
  form: FrontMatterForm
  mark: string
  /** Where the front matter begins, and its line. */
  from: number
  line: number
}

function splitFenced(text: string, { end, form, mark, from, line }: Fenced): Parsed<SplitPost> {
  let at = from
  let number = line
  while (at < text.length) {
    const found = text.indexOf('\n', at)
    const lineEnd = found === -1 ? text.length : found
    const rule = lineEnd - at > 40 ? '' : text.slice(at, lineEnd).trimEnd()
    if (end.test(rule)) {
      const inside = text.slice(from, at)
      const whole = form === 'json' && !/^\s*\{/.test(inside) ? `{${inside}}` : inside
      return {
        value: { form, text: whole, line, body: text.slice(lineEnd + 1), bodyLine: number + 1 },
      }
    }
    if (lineEnd - from > maxCharacters) return { error: toTooLargeNote(line, mark) }
    at = lineEnd + 1
    number++
  }
  return {
    error: {
      field: 'frontMatter',
      line: Math.max(1, line - 1),
      reason: `The front matter begins with \`${mark}\` but does not end.`,
      hint: `Write a line \`${mark}\` after the last key.`,
    },
  }
}

function splitObject(text: string, from: number, line: number): Parsed<SplitPost> {
  const end = findJsonEnd(text, from, maxCharacters)
  if (end === undefined) {
    return {
      error: {
        field: 'frontMatter',
        line,
        reason: 'The front matter begins with `{` but does not end within 64 kB.',
        hint: 'Close it with `}`, or write it as YAML between two lines of `---`.',
      },
    }
  }
  const inside = text.slice(from, end)
  const body = text.slice(end).replace(/^[ \t]*\n?/, '')
  return {
    value: { form: 'json', text: inside, line, body, bodyLine: line + inside.split('\n').length },
  }
}

function toTooLargeNote(line: number, mark: string): PostNote {
  return {
    field: 'frontMatter',
    line: Math.max(1, line - 1),
    reason: 'The front matter is larger than 64 kB.',
    hint: `Close it with a line \`${mark}\`, or move the text below that line.`,
  }
}

function toMissingNote(first: string): PostNote {
  const note = { field: 'frontMatter', line: 1 }
  if (/^---\s*[a-z]/i.test(first)) {
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
