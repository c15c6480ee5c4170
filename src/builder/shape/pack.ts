import type { ArticleBody, BodyPack } from '#contract/body-pack.ts'
import type { DraftBody } from '../ingest/draft-post.ts'
import type { OrderedPost } from '../order/order-posts.ts'

const packBytes = 65_536

/** The body of a post. */
export function toBody({ id, versions }: OrderedPost, draft: DraftBody): ArticleBody {
  return { id, ...draft, versions }
}

/** Packs neighbouring bodies, in order, about 64 KB of JSON each; a body larger than that is a pack of its own. */
export function buildPacks(firstOrdinal: number, bodies: ArticleBody[]): BodyPack[] {
  const packs: BodyPack[] = []
  let filled = Infinity
  for (const [at, body] of bodies.entries()) {
    const bytes = Buffer.byteLength(JSON.stringify(body))
    const pack = packs.at(-1)
    if (pack === undefined || filled + bytes > packBytes) {
      packs.push({ firstOrdinal: firstOrdinal + at, bodies: [body] })
      filled = bytes
    } else {
      pack.bodies.push(body)
      filled += bytes
    }
  }
  return packs
}
