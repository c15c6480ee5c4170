import { isDense } from '../fold/character-class.ts'
import { isMark, isWordSign } from '../fold/marks.ts'
import { longestPiece } from '../terms/word-pieces.ts'
import type { ClusterTerms } from './cluster-terms.ts'

const space = 0x20

/** The clusters of a text that have other terms than themselves; see `ScannedPost.clusters`. */
export function listClusters(text: string, terms: ClusterTerms): Uint32Array {
  const found: number[] = []
  let start = 0
  let hasSigns = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== space) {
      if (unit < 0x30 && (isMark(unit) || isWordSign(unit))) hasSigns = true
      continue
    }
    const isLong = at - start > longestPiece && !isDense(text.charCodeAt(start))
    if (hasSigns || isLong) found.push(start, terms.toNumber(text.slice(start, at)))
    start = at + 1
    hasSigns = false
  }
  return Uint32Array.from(found)
}
