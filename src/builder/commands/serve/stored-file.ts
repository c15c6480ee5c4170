import { statSync, type Stats } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { isCode } from '#builder/ground/disk/disk.ts'
import { settleRange } from './range-request.ts'
import { sendSmallFile } from './small-file.ts'
import { toValidators } from './validators.ts'

/** A request for a file of a folder. */
export interface FileRequest {
  request: IncomingMessage
  response: ServerResponse
  folder: string
  /** Path below the folder, not percent-encoded, with `/`. */
  path: string
}

/**
 * Sends a file, or the range of it that is asked for.
 * @returns `false` when there is no such file, and nothing was sent.
 * @throws the system error of a file that exists but cannot be read.
 */
export function sendFile({ request, response, folder, path }: FileRequest): boolean {
  const place = join(folder, path)
  if (sendSmallFile(place, request, response)) return true
  const status = readStatus(place)
  if (status?.isFile() !== true) return false
  const { tag, changedAt } = toValidators(status)
  settleRange(request, { tag, changedAt, size: status.size })
  // Else `send` would take a request that names what it has for one that wants everything anew.
  delete request.headers['cache-control']
  // What `compression` packs has other bytes under the same name.
  const isPacked = request.headers['accept-encoding'] !== undefined
  response.setHeader('ETag', isPacked ? `W/${tag}` : tag)
  send(request, encodeURIComponent(path), { root: folder, cacheControl: false, index: false })
    .on('error', (error: { status?: number }) => {
      refuse(response, error.status ?? 500, status.size)
    })
    .pipe(response)
  return true
}

function readStatus(place: string): Stats | undefined {
  try {
    return statSync(place)
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])) return undefined
    throw error
  }
}

const words: Readonly<Record<number, string>> = {
  412: 'The file is not the one that the condition names.',
  416: 'The file ends before this range.',
}

function refuse(response: ServerResponse, status: number, size: number): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.statusCode = status
  if (status === 416) response.setHeader('Content-Range', `bytes */${size}`)
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  const text = words[status] ?? 'The file cannot be read.'
  response.setHeader('Content-Length', text.length)
  response.end(text)
}
