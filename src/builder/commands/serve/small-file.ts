import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCode } from '#builder/ground/disk/disk.ts'

/** A longer file is sent in pieces while it is read. */
const mostBytes = 1 << 18

/**
 * Answers with a file that is small, as nearly all of a site are: in one piece, which takes a third of the time of a stream. A
 * search and its rows are some ten of them.
 * @returns whether it did: not when the file is larger, or gone, or only a part of it is wanted.
 * @throws what the disk says of a file that is there and cannot be read.
 */
export function sendSmallFile(
  path: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (method !== 'GET' || headers.range !== undefined) return false
  const file = readSmallFile(path)
  if (file === undefined) return false
  response.setHeader('ETag', file.tag)
  response.setHeader('Last-Modified', file.changedAt)
  if (headers['if-none-match']?.includes(file.tag) === true) {
    response.statusCode = 304
    response.end()
    return true
  }
  response.setHeader('Content-Length', file.bytes.length)
  response.end(file.bytes)
  return true
}

// Synchronous on purpose: the way through the thread pool costs ten times the reading.
function readSmallFile(
  path: string,
): { bytes: Buffer; tag: string; changedAt: string } | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const status = fstatSync(descriptor)
    if (!status.isFile() || status.size > mostBytes) return undefined
    const bytes = Buffer.allocUnsafe(status.size)
    const isWhole = readSync(descriptor, bytes, 0, bytes.length, 0) === bytes.length
    if (!isWhole) return undefined
    const { size, mtime } = status
    // The tag that a stream of the same file gets.
    return { bytes, tag: `W/"${size}-${mtime.getTime()}"`, changedAt: mtime.toUTCString() }
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])) return undefined
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
