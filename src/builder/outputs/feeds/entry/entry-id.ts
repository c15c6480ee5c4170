import { createHash } from 'node:crypto'
import type { PostId } from '#core/post/post-id.ts'

// Random, and fixed for ever: with another one, subscribers would see every post as new.
const namespace = Buffer.from('9380ef2ec4e0490999375fa2426fb7f9', 'hex')

/**
 * Id of a post in feeds: a UUID (version 5, RFC 9562) of the post id alone, so that it survives a new address of the
 * site.
 */
export function toEntryId(id: PostId): string {
  const bytes = createHash('sha1').update(namespace).update(id).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const digits = bytes.toString('hex')
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}
