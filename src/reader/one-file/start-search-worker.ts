// In place of `data/search/start-search-worker.ts`.
import { DataError } from '#reader/data/files/data-error.ts'
import { makeTrustedPolicy } from '#reader/data/files/trusted-policy.ts'
import { serveFiles } from './serve-files.ts'
import { takeWorkerCode } from './worker-code.ts'

/** Address of the worker's script, for this page alone. */
const workerAddress = URL.createObjectURL(new Blob([takeWorkerCode()], { type: 'text/javascript' }))

const policy = makeTrustedPolicy('broadsheet-search-worker', {
  createScriptURL: (address: string) => (address === workerAddress ? address : ''),
})

/** What failures of the worker's script name. */
export const workerPath = 'search worker'

/**
 * Starts the search worker, and gives it the files of this page. It is a classic script: Chromium starts no module from
 * a blob in a page that was opened from disk.
 */
export function startSearchWorker(): Worker {
  const worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, {
    name: 'search',
  })
  const { port1, port2 } = new MessageChannel()
  serveFiles(port1)
  worker.postMessage({ kind: 'files' }, [port2])
  return worker
}

/** Explains why the worker crashed: its script lies in this page, so the script itself is broken. */
export function explainWorkerFailure(): Promise<DataError> {
  return Promise.resolve(new DataError('contract', workerPath, {}))
}
