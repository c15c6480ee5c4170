import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { manifestPath } from '#contract/file-names.ts'
import { toCacheRule } from '#builder/site/hosts/cache-rule.ts'
import { isPicture, toContentType } from '#builder/site/hosts/content-type.ts'

/** Increased whenever this file changes the headers or bytes of an object: objects of older forms are checked again. */
export const formVersion = 1

/** Metadata of an object in a store. */
export interface ObjectHeaders {
  contentType: string
  cacheControl: string
  /** Absent when the object is not compressed. */
  contentEncoding: 'gzip' | undefined
}

/** A file in the form in which it is uploaded. */
export interface ObjectForm extends ObjectHeaders {
  body: Uint8Array
  /** MD5 of the body in hex, which most stores use as the ETag. */
  md5: string
}

/** Compression that saves less than a tenth is not worth the decompression. */
const worthwhile = 0.9

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const mostUnpackedBytes = 50_000_000

/** Form of a site's file; deterministic, the same on every machine. */
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
 * Stores serve a compressed object to every client, whatever its Accept-Encoding. So only files that the reader alone
 * fetches are compressed; pages, feeds and sitemaps stay plain for clients that cannot decompress, and a CDN
 * compresses them for the others.
 */
function isPackable(path: string): boolean {
  const isForReader = path === manifestPath || /^(?:data|assets)\//.test(path)
  return isForReader && !isPicture(path)
}

async function toPacked(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = await pack(bytes, { level: 9 })
  // Byte 9 of a gzip header names the operating system; "unknown" keeps the bytes the same everywhere.
  packed[9] = 255
  return packed
}

/** The bytes of a file from those of its object; unchanged when they are not compressed. */
export async function unpackObject(body: Uint8Array): Promise<Uint8Array> {
  try {
    return await unpack(body, { maxOutputLength: mostUnpackedBytes })
  } catch {
    return body
  }
}
