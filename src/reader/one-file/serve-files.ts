import { DataError } from '#reader/data/files/data-error.ts'
import { openEmbedded } from './embedded-volumes.ts'
import type { FileAnswer, FileRequest } from './file-messages.ts'

/** Answers the search worker's requests for files of this page. */
export function serveFiles(port: MessagePort): void {
  port.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
    void answer(data).then((message) => {
      port.postMessage(message, 'bytes' in message ? [message.bytes.buffer] : [])
    })
  })
  port.start()
}

async function answer({ id, path }: FileRequest): Promise<FileAnswer> {
  try {
    return { id, bytes: await openEmbedded().volumes.read(path) }
  } catch (error) {
    return { id, failure: error instanceof DataError ? error.kind : 'contract' }
  }
}
