import * as v from 'valibot'
import { facetNames } from '#core/facet.ts'
import { parseShape } from './contract-error.ts'
import { count, fileHash } from './shapes.ts'

const dictionaryShape = v.object({
  facet: v.picklist(facetNames),
  /** Most frequent first, then by code units. */
  values: v.array(
    v.object({
      /** As the posts carry it: any text, `__proto__` included. */
      value: v.string(),
      /** Posts with this value, older versions not counted. */
      count,
      /** True when no front matter has it: all its posts carry it as a derived fact, see `body-pack.ts`. */
      derived: v.optional(v.literal(true)),
      /** Selection file that holds its ordinals (older versions included), and the part of it: first byte and number of bytes. */
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
