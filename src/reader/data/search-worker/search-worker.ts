// Runs in the browser as a module worker: folding, index and snippets stay off the page's thread and out of its script.
import type { WorkerRequest } from './search-messages.ts'
import { SearchSession } from './search-session.ts'

const session = new SearchSession((answer, transfer = []) => {
  self.postMessage(answer, { transfer })
})

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void session.take(data)
})
