import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import type { PortAnswer, PortRequest } from '#reader/data/files/file-port.ts'
import { startSilenceLimit } from '#reader/data/files/silence-limit.ts'

/**
 * Reads data files for the search worker, from the site's host or its mirrors. The worker proves them, within the time that
 * a host may be silent. Returns what ends all of it when the worker is gone.
 */
export function serveWorkerFiles(port: MessagePort): () => void {
  const running = new Map<number, AbortController>()
  const judging = new Map<number, (isProven: boolean) => void>()
  const proofs = { last: 0 }
  const send = (answer: PortAnswer) => port.postMessage(answer)

  const judge = async (bytes: Uint8Array, { id, proof, path, signal }: Judged) => {
    const limit = startSilenceLimit(signal)
    try {
      limit.signal.throwIfAborted()
      return await new Promise<boolean>((resolve, reject) => {
        limit.signal.addEventListener('abort', () => {
          reject(limit.isLate ? new DataError('late', path, {}) : signal.reason)
        })
        judging.set(proof, resolve)
        send({ kind: 'prove', id, proof, bytes })
      })
    } finally {
      judging.delete(proof)
      limit.end()
    }
  }

  const read = async ({ id, path, cache }: Extract<PortRequest, { kind: 'read' }>) => {
    const abort = new AbortController()
    const { signal } = abort
    running.set(id, abort)
    const found = new WeakMap<Uint8Array, number>()
    const isProven = (bytes: Uint8Array) => {
      const proof = ++proofs.last
      found.set(bytes, proof)
      return judge(bytes, { id, proof, path, signal })
    }
    try {
      const how = cache === undefined ? { isProven, signal } : { isProven, signal, cache }
      send({ kind: 'found', id, proof: found.get(await fetchBytes(path, how)) ?? 0 })
    } catch (error) {
      send({ kind: 'failed', id, ...toFailure(error) })
    } finally {
      running.delete(id)
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<PortRequest>) => {
    if (data.kind === 'read') void read(data)
    else if (data.kind === 'leave') running.get(data.id)?.abort()
    else judging.get(data.proof)?.(data.isProven)
  })
  port.start()
  return () => {
    port.close()
    for (const abort of running.values()) abort.abort()
  }
}

/** Bytes that the worker is asked about. */
interface Judged {
  id: number
  proof: number
  path: string
  /** Of the read that they came from. */
  signal: AbortSignal
}

function toFailure(error: unknown) {
  if (!(error instanceof DataError)) return { failure: 'contract' as const }
  const { kind, status } = error
  return { failure: kind, ...(status === undefined ? {} : { status }) }
}
