import * as v from 'valibot'
import { facetNames } from '#core/facet/facet.ts'
import { parseShape } from './contract-error.ts'
import { count, fileHash } from './shapes.ts'

const dictionaryShape = v.object({
  facet: v.picklist(facetNames),
  /** Most frequent first, ties in the order of code units. */
  values: v.array(
    v.object({
      /** As in the posts: any text, including `__proto__`. */
      value: v.string(),
      /** Number of posts with this value, not counting older versions. */
      count,
      /** True when no front matter has it: all its posts have it as a derived fact, see `body-pack.ts`. */
      derived: v.optional(v.literal(true)),
      /** True when an author of the same name has the same posts; then only the author is offered. */
      twin: v.optional(v.literal(true)),
      /**
       * Where its ordinals (including older versions) are: the selection file, the first byte in it and the number of
       * bytes.
       */
      selection: v.object({ file: fileHash, start: count, bytes: count }),
    }),
  ),
})

/** All values of one facet. */
export type FacetDictionary = v.InferOutput<typeof dictionaryShape>

/** @throws ContractError when the shape is wrong. */
export function parseFacetDictionary(value: unknown): FacetDictionary {
  return parseShape(dictionaryShape, 'facet dictionary', value)
}
