import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { pageUrl, postId } from './shapes.ts'

const elsewhereShape = v.object({
  /** Id and address of the original, by id. */
  originals: v.array(v.tuple([postId, pageUrl])),
})

/**
 * The originals of posts that articles of a copy name, and that the copy itself does not have. Those without an original
 * are left out.
 */
export type Elsewhere = v.InferOutput<typeof elsewhereShape>

/** @throws ContractError when the shape is wrong. */
export function parseElsewhere(value: unknown): Elsewhere {
  return parseShape(elsewhereShape, 'elsewhere', value)
}
