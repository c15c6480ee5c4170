import { DataError } from '#reader/data/files/data-error.ts'
// The bundler gives the address of the worker's own bundle as the default.
// oxlint-disable-next-line import/default
import workerAddress from '#reader/data/search-worker/search-worker.ts?worker&url'

interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ) => { createScriptURL: (address: string) => string }
  }
}

// The name is the one that the Content-Security-Policy allows, once. What it makes is the address of the one worker (S22).
const policy = (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy(
  'broadsheet-search-worker',
  { createScriptURL: keepWorkerAddress },
)

/** Starts the search worker: the only worker there is. */
export function startSearchWorker(): Worker {
  const address = policy?.createScriptURL(workerAddress) ?? workerAddress
  return new Worker(address, { type: 'module', name: 'search' })
}

function keepWorkerAddress(address: string): string {
  if (address !== workerAddress) throw new TypeError('only the search worker is started')
  return address
}

/** Why the worker broke down: its script cannot be had, or is at fault itself. */
export async function explainWorkerFailure(): Promise<DataError> {
  const path = new URL(workerAddress, globalThis.location.href).pathname
  try {
    const { ok, status } = await fetch(workerAddress, { method: 'HEAD', cache: 'no-cache' })
    return ok ? new DataError('contract', path, {}) : new DataError('status', path, { status })
  } catch (cause) {
    return new DataError('offline', path, { cause })
  }
}
