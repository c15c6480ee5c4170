import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import type { PortAnswer, PortRequest } from '#reader/data/files/file-port.ts'

/** Reads data files for the search worker, from the site's host or its mirrors. The worker proves them. */
export function serveWorkerFiles(port: MessagePort): void {
  const running = new Map<number, AbortController>()
  const judging = new Map<number, (isProven: boolean) => void>()
  const proofs = { last: 0 }
  const send = (answer: PortAnswer) => port.postMessage(answer)

  const read = async ({ id, path, cache }: Extract<PortRequest, { kind: 'read' }>) => {
    const abort = new AbortController()
    running.set(id, abort)
    const found = new WeakMap<Uint8Array, number>()
    const isProven = async (bytes: Uint8Array) => {
      const proof = ++proofs.last
      found.set(bytes, proof)
      return new Promise<boolean>((resolve) => {
        judging.set(proof, resolve)
        send({ kind: 'prove', id, proof, bytes })
      })
    }
    try {
      const { signal } = abort
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
    else {
      judging.get(data.proof)?.(data.isProven)
      judging.delete(data.proof)
    }
  })
  port.start()
}

function toFailure(error: unknown) {
  if (!(error instanceof DataError)) return { failure: 'contract' as const }
  const { kind, status } = error
  return { failure: kind, ...(status === undefined ? {} : { status }) }
}
