// Runs in the browser as a module worker: folding, index and snippets stay off the page's thread and out of its script.
import type { WorkerRequest } from './search-messages.ts'
import { SearchSession, type PostAnswer } from './search-session.ts'

const post: PostAnswer = (answer, transfer = []) => {
  self.postMessage(answer, { transfer })
}
const session = new SearchSession(post)

self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  void session.take(data)
})

post({ kind: 'opened', id: 0 })
