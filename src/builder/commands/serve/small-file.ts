import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCode } from '#builder/ground/disk/disk.ts'

/** Larger files are streamed. */
const mostBytes = 1 << 18

/**
 * Sends a small file, as nearly all files of a site are, in one piece, which takes a third of the time of a stream. A
 * search and its rows take about ten files.
 * @returns `false` when it sent nothing: the file is larger or missing, or the request is for a range.
 * @throws the system error of a file that exists but cannot be read.
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

// Synchronous on purpose: going through the thread pool costs ten times as much as the read.
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
    // The same ETag that the streaming handler sends for this file.
    return { bytes, tag: `W/"${size}-${mtime.getTime()}"`, changedAt: mtime.toUTCString() }
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])) return undefined
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
