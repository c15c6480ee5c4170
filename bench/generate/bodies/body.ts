import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { PostFacts } from '../plan/post-facts.ts'
import type { Random } from '../random.ts'
import type { Prose } from '../text/prose.ts'

/** What the body of a post is written from. */
export interface BodyInput {
  facts: PostFacts
  random: Random
  prose: Prose
  /** Characters of visible text to write, roughly. */
  characters: number
}

/** Splits the text of a post into paragraphs of about `length` characters, some with emphasis or a link. */
export function* drawParagraphs(
  { facts, random, prose, characters }: BodyInput,
  length: number,
): Generator<string> {
  let left = characters
  while (left > 0) {
    const text = prose.paragraph(random, Math.min(left, length * (0.4 + random.fraction() * 1.2)))
    left -= text.length
    if (random.chance(0.1)) yield `<strong>${prose.phrase(random, 8)}</strong>${text}`
    else if (random.chance(0.12)) {
      yield `${text}<a href="https://${facts.source.host}/about/${random.below(9_999)}">${prose.phrase(random, 6)}</a>`
    } else yield text
  }
}

const snippets = parse(readFileSync(new URL('snippets.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>

/** Markup of a saved page with its values filled in. */
export function fill(name: string, values: Readonly<Record<string, unknown>>): string {
  return (snippets[name] ?? '').replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]))
}
