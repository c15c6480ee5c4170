// Runs in the browser as a module worker of its own: folding, index and snippets stay out of the page's thread and script.
import type { WorkerRequest } from './search-messages.ts'
import { SearchSession } from './search-session.ts'

const session = new SearchSession((answer, transfer = []) => {
  self.postMessage(answer, { transfer })
})

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void session.take(data)
})
