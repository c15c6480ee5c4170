import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import { makeTrustedPolicy } from '#reader/data/files/trusted-policy.ts'
// The bundler's default export is the address of the worker's own bundle.
// oxlint-disable-next-line import/default
import workerAddress from '#reader/data/search-worker/search-worker.ts?worker&url'

// The Content-Security-Policy allows this policy name, once. All it can create is the address of the one worker (S22).
const policy = makeTrustedPolicy('broadsheet-search-worker', {
  createScriptURL: keepWorkerAddress,
})

/** Starts the search worker, the only worker there is. */
export function startSearchWorker(): Worker {
  const address = policy?.createScriptURL(workerAddress) ?? workerAddress
  return new Worker(address, { type: 'module', name: 'search' })
}

function keepWorkerAddress(address: string): string {
  if (address !== workerAddress) throw new TypeError('only the search worker is started')
  return address
}

/** Path of the worker's script on its host. */
export const workerPath = new URL(workerAddress, globalThis.location.href).pathname

/** Explains why the worker crashed: its script cannot be loaded, or is itself broken. */
export async function explainWorkerFailure(): Promise<DataError> {
  try {
    // Its path begins at the root of the host.
    await fetchBytes(workerPath, { base: '/', cache: 'no-cache' })
    return new DataError('contract', workerPath, {})
  } catch (error) {
    if (error instanceof DataError) return error
    throw error
  }
}
