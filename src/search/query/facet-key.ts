import { foldText } from '../fold/fold-text.ts'

/**
 * Key by which a query compares facet values: two values are the same if their keys are. It is the folded text, or the
 * value itself if nothing of it survives folding (`🎉`).
 */
export function toFacetKey(value: string): string {
  return foldText(value) || value.trim()
}
