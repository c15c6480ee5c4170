import { toPictureFile, type PictureFile } from '#contract/picture-file.ts'
import { ownOrigin } from '#core/address/own-address.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { mostPixels, sniffPicture } from '#builder/read/picture/sniff-picture.ts'
import { stripPicture } from '#builder/read/picture/strip-picture.ts'

/** A picture that is part of a post's text, as a `data:` address. */
export interface DataPicture {
  /** Its address in the article. */
  url: string
  file: PictureFile
  bytes: Buffer
  /** In pixels. */
  width: number
  height: number
}

/** Of one picture, in bytes. Larger ones are rare in articles, and each is held in memory while its post is read. */
const mostBytes = 8_000_000

/**
 * Reads a `data:` address as a raster picture, by its bytes alone; `undefined` for anything else, above all SVG, which is
 * a document.
 */
export function readDataPicture(address: string): DataPicture | undefined {
  const comma = address.indexOf(',')
  const head = /^\s*data:([^,]{0,200})$/i.exec(address.slice(0, comma))?.[1]
  if (comma === -1 || head === undefined || address.length > mostBytes * 2) return undefined
  if (/svg|html|xml/i.test(head)) return undefined
  const given = decode(address.slice(comma + 1), /;\s*base64\s*$/i.test(head))
  if (given.length === 0 || given.length > mostBytes) return undefined
  const facts = sniffPicture(given)
  if (facts === undefined || facts.width * facts.height > mostPixels) return undefined
  const { bytes } = stripPicture(given, facts.type)
  const file = toPictureFile(sha256(bytes), facts.type)
  const { width, height } = facts
  return { url: `${ownOrigin}/embedded/${file}`, file, bytes, width, height }
}

function decode(text: string, isBase64: boolean): Buffer {
  if (!isBase64) return decodePercent(text)
  const plain = text.includes('%') ? decodePercent(text).toString('latin1') : text
  return Buffer.from(plain, 'base64')
}

function decodePercent(text: string): Buffer {
  const bytes = text.replace(/%([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}
