// In place of `data/files/site-file.ts` in the search worker: the page has the files.
import { DataError } from '#reader/data/files/data-error.ts'
import type { ReadOptions } from '#reader/data/files/site-file.ts'
import type { FileAnswer, FileRequest } from './file-messages.ts'

export type { ReadOptions }

const waiting = new Map<number, (answer: FileAnswer) => void>()
let lastId = 0

/** The way to the page's files; comes with the first message. */
const opened = new Promise<MessagePort>((resolve) => {
  const take = (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    if (port === undefined) return
    // Not a request of the search.
    event.stopImmediatePropagation()
    self.removeEventListener('message', take)
    port.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => {
      waiting.get(data.id)?.(data)
      waiting.delete(data.id)
    })
    port.start()
    resolve(port)
  }
  self.addEventListener('message', take)
})

/**
 * Bytes of a file of the site, from the page.
 * @throws DataError as the page says; the abort reason when `signal` fires.
 */
export async function readSiteFile(path: string, { signal }: ReadOptions): Promise<Uint8Array> {
  const port = await opened
  signal?.throwIfAborted()
  const id = ++lastId
  const answer = await new Promise<FileAnswer>((resolve) => {
    waiting.set(id, resolve)
    port.postMessage({ id, path } satisfies FileRequest)
  })
  signal?.throwIfAborted()
  if ('failure' in answer) throw new DataError(answer.failure, path, {})
  return answer.bytes
}
