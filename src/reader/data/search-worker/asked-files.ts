import { DataError } from '#reader/data/files/data-error.ts'
import { elsewhere } from '#reader/data/files/fetch-file.ts'
import type { PortAnswer, PortRequest } from '#reader/data/files/file-port.ts'
import { toProof, type FileProof } from '#reader/data/files/file-proof.ts'

interface Waiting {
  path: string
  isProven: FileProof
  take: (bytes: Uint8Array) => void
  fail: (reason: unknown) => void
  /** Bytes that were proven, by the number of their proof. */
  proven: Map<number, Uint8Array>
}

/** Has the worker's data files come through the page, which knows the site's mirrors. The worker proves them. */
export function askPageForFiles(port: MessagePort): void {
  const waiting = new Map<number, Waiting>()
  const ids = { last: 0 }
  const send = (request: PortRequest) => port.postMessage(request)
  port.addEventListener('message', ({ data }: MessageEvent<PortAnswer>) => {
    const one = waiting.get(data.id)
    if (data.kind === 'prove') {
      prove(data, one).then(send, (error: unknown) => {
        // Nobody has sent wrong bytes: the page gives up as well.
        waiting.delete(data.id)
        send({ kind: 'leave', id: data.id })
        one?.fail(error)
      })
    }
    if (one === undefined || data.kind === 'prove') return
    waiting.delete(data.id)
    const bytes = data.kind === 'found' ? one.proven.get(data.proof) : undefined
    if (bytes !== undefined) one.take(bytes)
    else one.fail(toError(data, one.path))
  })
  port.start()
  elsewhere.read = (path, options) => {
    const isProven = toProof(options)
    if (!path.startsWith('data/') || isProven === undefined) return undefined
    const { signal, cache } = options
    const id = ++ids.last
    return new Promise<Uint8Array>((take, fail) => {
      const leave = () => {
        if (!waiting.delete(id)) return
        send({ kind: 'leave', id })
        fail(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.set(id, { path, isProven, take, fail, proven: new Map() })
      send({ kind: 'read', id, path, ...(cache === undefined ? {} : { cache }) })
      if (signal?.aborted === true) leave()
    })
  }
}

async function prove(
  { proof, bytes }: { proof: number; bytes: Uint8Array },
  one: Waiting | undefined,
): Promise<PortRequest> {
  const isProven = (await one?.isProven(bytes)) ?? false
  if (isProven) one?.proven.set(proof, bytes)
  return { kind: 'judge', proof, isProven }
}

function toError(answer: Exclude<PortAnswer, { kind: 'prove' }>, path: string): DataError {
  if (answer.kind === 'found') return new DataError('corrupt', path, {})
  const { failure, status } = answer
  return new DataError(failure, path, status === undefined ? {} : { status })
}
