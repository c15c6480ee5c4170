import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { manifestPath } from '#contract/file-names.ts'
import { toCacheRule } from '#builder/site/hosts/cache-rule.ts'
import { isPicture, toContentType } from '#builder/site/hosts/content-type.ts'

/** Goes up whenever this file gives other headers or other bytes for the same file: objects of older forms are looked at again. */
export const formVersion = 1

/** What a store is told about an object besides its bytes. */
export interface ObjectHeaders {
  contentType: string
  cacheControl: string
  /** Absent when the bytes are the file's own. */
  contentEncoding: 'gzip' | undefined
}

/** A file in the form in which it is stored. */
export interface ObjectForm extends ObjectHeaders {
  body: Uint8Array
  /** MD5 of the body in hexadecimal digits: what most stores give as the object's ETag. */
  md5: string
}

/** Packing that saves less than a tenth is not worth the unpacking. */
const worthwhile = 0.9

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const mostUnpackedBytes = 50_000_000

/** The form of a site's file, the same for the same bytes on every machine. */
export async function toObjectForm(path: string, bytes: Uint8Array): Promise<ObjectForm> {
  const packed = isPackable(path) ? await toPacked(bytes) : bytes
  const isPacked = packed.length < bytes.length * worthwhile
  const body = isPacked ? packed : bytes
  return {
    body,
    md5: createHash('md5').update(body).digest('hex'),
    contentType: toContentType(path),
    cacheControl: toCacheRule(path),
    contentEncoding: isPacked ? 'gzip' : undefined,
  }
}

/**
 * Stores give a packed object to everyone, asked for or not. So only what browsers alone fetch is packed, for the reader; pages,
 * feeds and sitemaps stay plain for programs that cannot unpack, and a CDN packs them for those who can.
 */
function isPackable(path: string): boolean {
  const isForReader = path === manifestPath || /^(?:data|assets)\//.test(path)
  return isForReader && !isPicture(path)
}

async function toPacked(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = await pack(bytes, { level: 9 })
  // The tenth byte names the system that packed; "unknown" keeps the bytes equal on all of them.
  packed[9] = 255
  return packed
}

/** The bytes of a file from those of its object; as they are when they cannot be unpacked. */
export async function unpackObject(body: Uint8Array): Promise<Uint8Array> {
  try {
    return await unpack(body, { maxOutputLength: mostUnpackedBytes })
  } catch {
    return body
  }
}
