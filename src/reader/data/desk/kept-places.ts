import * as v from 'valibot'
import type { PlaceAnchor } from '#core/anchor/text-anchor.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { openSiteDesk } from './site-desk.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const context = v.pipe(v.string(), v.maxLength(5000))
const rest = v.object({ length: count, digest: count })

const placeShape = v.object({
  anchor: v.object({
    prefix: context,
    suffix: context,
    before: rest,
    after: rest,
    apart: v.tuple([count, count]),
  }),
  /** How many parts of a very long article were shown. */
  parts: v.pipe(count, v.maxValue(1000)),
  /** How far it is, from 0 to 1. */
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  title: v.pipe(v.string(), v.maxLength(500)),
})

/** Where somebody stopped in an article, as the desk keeps it. */
export interface KeptPlace {
  anchor: PlaceAnchor
  parts: number
  share: number
  title: string
}

/** An article that somebody has begun and not finished. */
export interface UnfinishedPost extends KeptPlace {
  id: PostId
}

/** Parses a kept place: another program, or an attack, may have written it. */
function parseKeptPlace(value: unknown): KeptPlace | undefined {
  const result = v.safeParse(placeShape, value)
  return result.success ? result.output : undefined
}

/** The place that an article was left at; `undefined` when none is kept. */
export async function findKeptPlace(id: PostId): Promise<KeptPlace | undefined> {
  return parseKeptPlace((await openSiteDesk()).get('place', id))
}

/** Keeps a place in an article, or that there is none any more; nothing where no traces are to stay. */
export async function keepPlace(id: PostId, place: KeptPlace | undefined): Promise<void> {
  if (settingsStore.read().traces === 'none') return
  const desk = await openSiteDesk()
  if (place === undefined && desk.get('place', id) === undefined) return
  await desk.change([{ kind: 'place', id, value: place && { ...place } }]).stored
}

/** The articles that were read last and not to their end. */
export async function listUnfinished(most: number): Promise<UnfinishedPost[]> {
  const desk = await openSiteDesk()
  return [...desk.list('place')]
    .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
    .flatMap(({ id, value }) => {
      const [post, place] = [parsePostId(id), parseKeptPlace(value)]
      return post && place ? [{ id: post, ...place }] : []
    })
    .slice(0, most)
}
