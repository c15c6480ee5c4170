import { toTitleKey } from '#core/address/old-address.ts'
import type { AddressFields } from '#core/post/post.ts'
import { parseSlug } from '#core/post/slug.ts'
import { toTextDigest } from '#core/text/text-digest.ts'

/**
 * What a file name says about the old address of its post. Computed once, when the post is read: a build needs it for
 * every post.
 */
export interface AddressName {
  /**
   * Hash of the collection and of what file name and old address have in common, see `toTitleKey`; equal for namesakes.
   */
  addressHash: number
  /** Whether an old address with day and title has exactly those of the file name. */
  isPlainAddress: boolean
}

// Jekyll splits at dots; every other character of a title survives the way into an address and back.
const plainName = /^\d{4}-\d{2}-\d{2}-(?!index\.)[^.]+\.(?:md|markdown)$/

/** Reads what a file name says about the post's old address. */
export function toAddressName(post: {
  collection: string
  fileName: string
  addressFields?: AddressFields | undefined
}): AddressName {
  const { collection, fileName, addressFields } = post
  const key = toFileKey(fileName)
  return {
    addressHash: toTextDigest(`${collection}\n${key}`),
    isPlainAddress: key !== '' && addressFields === undefined && plainName.test(fileName),
  }
}

/** What a file name has in common with the post's old address. May be empty. */
export function toFileKey(fileName: string): string {
  return toTitleKey(parseSlug(fileName) ?? '')
}
