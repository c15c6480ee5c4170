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

/** What snippets tell of the post. A blog's clock is eight hours ahead of UTC, a portal's one. */
export function toValues(facts: PostFacts): Readonly<Record<string, unknown>> {
  const { source, author, tags, moment } = facts
  const local = toLocal(moment, 8)
  const [year, month, day] = local.slice(0, 10).split('-').map(Number)
  return {
    ...source,
    ...facts,
    authorNumber: author.length,
    tagClasses: tags.map((tag) => ` tag-${encodeURIComponent(tag).toLowerCase()}`).join(''),
    year: new Date(moment).getUTCFullYear(),
    local,
    date: `${year}年${month}月${day}日`,
    dateline: toDateline(toLocal(moment, 1)),
  }
}

function toLocal(moment: number, hours: number): string {
  return new Date(moment + hours * 3_600_000).toISOString().slice(0, 19)
}

/** `在 星期三, 03/05/2014 - 09:43 提交` */
function toDateline(local: string): string {
  const [year, month, day] = local.slice(0, 10).split('-')
  const weekday = '日一二三四五六'[new Date(`${local}Z`).getUTCDay()]
  return `在 星期${weekday}, ${month}/${day}/${year} - ${local.slice(11, 16)} 提交`
}
