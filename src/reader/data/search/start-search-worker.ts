import { DataError } from '#reader/data/files/data-error.ts'
// The bundler's default export is the address of the worker's own bundle.
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

// The Content-Security-Policy allows this policy name, once. All it can create is the address of the one worker (S22).
const policy = (globalThis as TrustedTypesWindow).trustedTypes?.createPolicy(
  'broadsheet-search-worker',
  { createScriptURL: keepWorkerAddress },
)

/** Starts the search worker, the only worker there is. */
export function startSearchWorker(): Worker {
  const address = policy?.createScriptURL(workerAddress) ?? workerAddress
  return new Worker(address, { type: 'module', name: 'search' })
}

function keepWorkerAddress(address: string): string {
  if (address !== workerAddress) throw new TypeError('only the search worker is started')
  return address
}

/** Explains why the worker crashed: its script cannot be loaded, or is itself broken. */
export async function explainWorkerFailure(): Promise<DataError> {
  const path = new URL(workerAddress, globalThis.location.href).pathname
  try {
    const { ok, status } = await fetch(workerAddress, { method: 'HEAD', cache: 'no-cache' })
    return ok ? new DataError('contract', path, {}) : new DataError('status', path, { status })
  } catch (cause) {
    return new DataError('offline', path, { cause })
  }
}
