import { createHash } from 'node:crypto'
import type { PostId } from '#core/post-id.ts'

// Chosen once, at random; another one would show every post of every feed as new.
const namespace = Buffer.from('9380ef2ec4e0490999375fa2426fb7f9', 'hex')

/** Name of a post in feeds: a UUID (version 5, RFC 9562) of its id alone, so that it stays when the site gets another address. */
export function toEntryId(id: PostId): string {
  const bytes = createHash('sha1').update(namespace).update(id).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const digits = bytes.toString('hex')
  return `urn:uuid:${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}
