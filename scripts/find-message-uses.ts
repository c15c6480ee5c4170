import { readdirSync, readFileSync } from 'node:fs'

/** What the source says about message keys. */
export interface MessageUses {
  /** Strings in quotes and names of properties: whole keys, and the words that keys are put together from. */
  words: ReadonlySet<string>
  /** Keys with gaps, such as `keyboard.${action}`. */
  patterns: readonly RegExp[]
}

/** Reads the sources of the program, without tests. */
export function findMessageUses(): MessageUses {
  const folder = new URL('../src/', import.meta.url)
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\btesting\//.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  return {
    words: new Set([
      ...listMatches(text, /'([\w.-]+)'/g),
      ...listMatches(text, /(?<=[{,\s])([\w-]+)\??:/g),
    ]),
    patterns: listMatches(text, /`([a-z]\w*\.(?:[\w.]|\$\{[^`{}]+\})+)`/g).map(toPattern),
  }
}

/** Whether the source names a key, whole or as a pattern with words of the source in its gaps. */
export function isUsed(key: string, { words, patterns }: MessageUses): boolean {
  if (words.has(key)) return true
  return patterns.some((pattern) => {
    const gaps = pattern.exec(key)?.slice(1)
    return gaps?.every((gap) => words.has(gap)) ?? false
  })
}

function toPattern(template: string): RegExp {
  const source = template.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]+\}/g, '([^.]+)')
  return new RegExp(`^${source}$`)
}

function listMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, word = '']) => word)
}
