import { foldText } from '../fold/fold-text.ts'

/**
 * What two values of a facet have in common when a query takes them for the same: their folded text, or where there is
 * nothing to fold (`🎉`) the value itself.
 */
export function toFacetKey(value: string): string {
  return foldText(value) || value.trim()
}
