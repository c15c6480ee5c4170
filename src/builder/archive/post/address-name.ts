import { toTitleKey } from '#core/old-address.ts'
import type { AddressFields } from '#core/post.ts'
import { parseSlug } from '#core/slug.ts'
import { toTextDigest } from '#core/text-digest.ts'

/** What the name of a file says of the old address of its post. Found once, when the post is read: a build asks it of a million. */
export interface AddressName {
  /** Hash of the collection and of what name and address have in common, see `toTitleKey`; equal for posts of one name. */
  addressHash: number
  /** Whether an address that holds day and title holds just those of the name. */
  isPlainAddress: boolean
}

// Jekyll takes dots apart; any other sign of a title is read back as it was written.
const plainName = /^\d{4}-\d{2}-\d{2}-(?!index\.)[^.]+\.(?:md|markdown)$/

/** Reads the name of a file for its old address. */
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

/** What the name of a file has in common with its old address. May be empty. */
export function toFileKey(fileName: string): string {
  return toTitleKey(parseSlug(fileName) ?? '')
}
