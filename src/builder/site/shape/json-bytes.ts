import type { ArticleBody } from '#contract/body-pack.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

// Rows and bodies are stored as JSON and written as JSON. The fields that a post's place in the order adds (id,
// versions) are spliced in as bytes, because parsing and serializing a million bodies again would take longer than
// everything else.

/** Adds the fields of the post's place to the JSON of a row. Returns the bytes of a `PostSummary`. */
export function toRowJson(
  { id, versions, supersededBy, formerId }: OrderedPost,
  json: Uint8Array,
): Uint8Array {
  const isNewest = versions !== undefined && supersededBy === undefined
  return addFields(json, {
    id,
    after: { versions: isNewest ? versions.length : undefined, supersededBy, formerId },
  })
}

/** Adds the fields of the post's place to the JSON of a body. Returns the bytes of an `ArticleBody`. */
export function toBodyJson(
  { id, versions, translations }: OrderedPost,
  json: Uint8Array,
  { related, keptSource }: Pick<ArticleBody, 'related' | 'keptSource'> = {},
): Uint8Array {
  return addFields(json, { id, after: { keptSource, versions, translations, related } })
}

/** `object` is the JSON of an object with at least one field. */
function addFields(object: Uint8Array, { id, after }: { id: string; after: object }): Uint8Array {
  const rest = JSON.stringify(after).slice(1)
  return Buffer.concat([
    Buffer.from(`{"id":"${id}",`),
    object.subarray(1, -1),
    Buffer.from(rest === '}' ? rest : `,${rest}`),
  ])
}
