import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isCode } from '#builder/ground/disk/disk.ts'
import type { Validators } from './range-request.ts'
import { toValidators } from './validators.ts'

/** Larger files are streamed. */
const mostBytes = 1 << 18
/** What `send` answers. */
const conditions = ['range', 'if-match', 'if-unmodified-since', 'if-modified-since'] as const

/**
 * Sends a small file, as nearly all files of a site are, in one piece, which takes a third of the time of a stream. A
 * search and its rows take about ten files.
 * @returns `false` when it sent nothing: the file is larger or missing, or the request sets a condition.
 * @throws the system error of a file that exists but cannot be read.
 */
export function sendSmallFile(
  path: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (method !== 'GET' || isConditional(headers)) return false
  const file = readSmallFile(path)
  if (file === undefined) return false
  response.setHeader('ETag', headers['accept-encoding'] === undefined ? file.tag : `W/${file.tag}`)
  response.setHeader('Last-Modified', file.changedAt)
  response.setHeader('Accept-Ranges', 'bytes')
  const known = headers['if-none-match'] ?? ''
  if (known === '*' || known.includes(file.tag)) {
    response.statusCode = 304
    response.end()
    return true
  }
  response.setHeader('Content-Length', file.bytes.length)
  response.end(file.bytes)
  return true
}

function isConditional(headers: IncomingHttpHeaders): boolean {
  return conditions.some(
    (name) =>
      headers[name] !== undefined &&
      // Ignored beside the other (RFC 9110, section 13.1.3); browsers send both.
      (name !== 'if-modified-since' || headers['if-none-match'] === undefined),
  )
}

// Synchronous on purpose: going through the thread pool costs ten times as much as the read.
function readSmallFile(path: string): (Validators & { bytes: Buffer }) | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const status = fstatSync(descriptor)
    if (!status.isFile() || status.size > mostBytes) return undefined
    const bytes = Buffer.allocUnsafe(status.size)
    const isWhole = readSync(descriptor, bytes, 0, bytes.length, 0) === bytes.length
    if (!isWhole) return undefined
    return { bytes, ...toValidators(status) }
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])) return undefined
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
