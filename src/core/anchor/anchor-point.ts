import type { AnchorSide, AnchorSides, SideWords } from './anchor-sides.ts'

/** A point of a text, known by what stands on both sides of it. */
export interface AnchorPoint {
  before: SideWords
  after: SideWords
}

/** What tells a point of a text from all others. */
export function readPoint(text: AnchorSides, at: number): AnchorPoint {
  return { before: text.choose('before', at), after: text.choose('after', at) }
}

/** Hits so near to each other are one place. */
const nearUnits = 8

/** Where a point is found. */
export interface FoundPoint {
  at: number
  /** Whether by the side that it belongs to. */
  isOwn: boolean
  /** Edits on the side that it was found by. */
  edits: number
}

/**
 * Finds a point again.
 * @param own - the side that it belongs to: where both sides are found apart from each other, it is there.
 * @returns `undefined` when it is gone, or when several places fit.
 */
export function findPoint(
  text: AnchorSides,
  point: AnchorPoint,
  own: AnchorSide,
): FoundPoint | undefined {
  const other = own === 'before' ? 'after' : 'before'
  const [mine, others] = [text.find(own, point[own]), text.find(other, point[other])]
  const byMine = chooseHit(mine, { others, isOwn: true })
  if (byMine === undefined && mine.size > 0) return undefined
  if (byMine !== undefined && (byMine.edits === 0 || others.has(byMine.at))) return byMine
  const byOther = chooseHit(others, { others: mine, isOwn: false })
  // Torn apart: the side that has not changed is the better witness.
  return byMine === undefined || (byOther !== undefined && byOther.edits < byMine.edits)
    ? byOther
    : byMine
}

/** The one place of some hits; of several, the one that the other side has too. */
function chooseHit(
  hits: ReadonlyMap<number, number>,
  { others, isOwn }: { others: ReadonlyMap<number, number>; isOwn: boolean },
): FoundPoint | undefined {
  const places = listPlaces(hits)
  const both = places.filter((place) => place.some((at) => others.has(at)))
  const [only, more] = places.length === 1 ? places : both
  if (only === undefined || more !== undefined) return undefined
  // Of the units of a place, that with the fewest edits, then with the fewest on the other side.
  const weigh = (at: number) => (hits.get(at) ?? 0) + (others.get(at) ?? nearUnits) / 100
  const at = only.reduce((best, unit) => (weigh(unit) < weigh(best) ? unit : best))
  return { at, isOwn, edits: hits.get(at) ?? 0 }
}

/** Groups hits by the place they are about. */
function listPlaces(hits: ReadonlyMap<number, number>): number[][] {
  const places: number[][] = []
  for (const at of hits.keys()) {
    const last = places.at(-1)
    if (last !== undefined && at - (last.at(-1) ?? 0) <= nearUnits) last.push(at)
    else places.push([at])
  }
  return places
}
