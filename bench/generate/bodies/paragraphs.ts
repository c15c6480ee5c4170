import type { BodyInput } from './body.ts'

/** Splits the text of a post into paragraphs of about `length` characters, some with emphasis or a link inside. */
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
