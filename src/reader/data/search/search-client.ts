import type { TextRange } from '#search/query/find-matches.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { Snippet } from '#search/query/snippet.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { silenceMs } from '#reader/data/files/silence-limit.ts'
import type {
  FoundBatch,
  MarkedField,
  NamedDays,
  WorkerAnswer,
  SearchedArchive,
  WorkerRequest,
} from '#reader/data/search-worker/search-messages.ts'

/** The part of `Worker` that the client uses. */
export type SearchWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

/** Starts workers for the client, and explains why one crashed. */
export interface WorkerSource {
  /** Path of the worker's script. */
  path: string
  start: () => SearchWorker
  explain: () => Promise<Error>
  /** Answers a worker's requests for files of an archive that has mirrors; returns what ends that. */
  serveFiles?: (port: MessagePort) => () => void
}

/** Receives the progress of a running search. */
export interface SearchListener {
  onUnderstood: (query: SearchQuery) => void
  onBatch: (batch: FoundBatch) => void
}

interface SearchOptions extends SearchListener {
  /** The days that the query names. */
  days: readonly NamedDays[]
  signal: AbortSignal
}

interface Waiting {
  take: (answer: WorkerAnswer) => void
  fail: (error: Error) => void
}

type RequestBody = WorkerRequest extends infer R
  ? R extends { id: number }
    ? Omit<R, 'id'>
    : never
  : never

/** Client of the search worker: starts it on the first request, and again after a crash. */
export class SearchClient {
  readonly #source: WorkerSource
  readonly #waiting = new Map<number, Waiting>()
  #worker: SearchWorker | undefined
  #lastId = 0
  #silence: ReturnType<typeof setTimeout> | undefined
  #endFiles: (() => void) | undefined
  // Whether the worker has said anything, and whether it was late once already.
  #isRunning = false
  #wasLate = false

  constructor(source: WorkerSource) {
    this.#source = source
  }

  /** Starts the worker ahead of the first request. */
  warm(archive: SearchedArchive): void {
    if (this.#worker === undefined) this.#open(archive)
  }

  /**
   * Runs a search to its end.
   * @throws DataError when a file could not be loaded; the signal's reason when it fires.
   */
  async search(
    archive: SearchedArchive,
    query: string,
    { days, onUnderstood, onBatch, signal }: SearchOptions,
  ): Promise<void> {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const cancel = () => {
        this.#waiting.delete(id)
        // Cancel after requests made in this task, so that fetches both need are shared.
        queueMicrotask(() => this.#worker?.postMessage({ kind: 'cancel', id }, []))
        reject(signal.reason as Error)
      }
      const finish = () => signal.removeEventListener('abort', cancel)
      const id = this.#ask(
        archive,
        { kind: 'search', query, days },
        {
          take: (answer) => {
            if (answer.kind === 'understood') onUnderstood(answer.query)
            if (answer.kind !== 'batch') return
            onBatch(answer)
            if (!answer.isLast) return
            this.#waiting.delete(answer.id)
            finish()
            resolve()
          },
          fail: (error) => {
            finish()
            reject(error)
          },
        },
      )
      signal.addEventListener('abort', cancel, { once: true })
    })
  }

  /**
   * Finds the hits of a query in texts as written, text by text; `isWhole` when the post's body cannot contain any
   * more.
   */
  async mark(
    archive: SearchedArchive,
    query: string,
    fields: readonly MarkedField[],
  ): Promise<{ marks: readonly (readonly TextRange[])[]; isWhole: boolean }> {
    const answer = await this.#askOnce(archive, { kind: 'mark', query, fields })
    if (answer.kind !== 'marks') throw new Error(`the search worker answered ${answer.kind}`)
    return answer
  }

  /** Cuts a snippet of an article around the hits of a query. */
  async snippet(
    archive: SearchedArchive,
    request: { query: string; parts: readonly string[]; characters: number },
  ): Promise<Snippet> {
    const answer = await this.#askOnce(archive, { kind: 'snippet', ...request })
    if (answer.kind !== 'snippet') throw new Error(`the search worker answered ${answer.kind}`)
    return answer.snippet
  }

  async #askOnce(archive: SearchedArchive, body: RequestBody): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
      this.#ask(archive, body, {
        take: (answer) => {
          this.#waiting.delete(answer.id)
          resolve(answer)
        },
        fail: reject,
      })
    })
  }

  #ask(archive: SearchedArchive, body: RequestBody, waiting: Waiting): number {
    const worker = this.#worker ?? this.#open(archive)
    const id = ++this.#lastId
    this.#waiting.set(id, waiting)
    worker.postMessage({ ...body, id }, [])
    this.#awaitStart(worker)
    return id
  }

  #open(archive: SearchedArchive): SearchWorker {
    const worker = this.#source.start()
    this.#worker = worker
    this.#isRunning = false
    this.#wasLate = false
    worker.addEventListener('message', (event) => {
      this.#isRunning = true
      clearTimeout(this.#silence)
      this.#take((event as MessageEvent<WorkerAnswer>).data)
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      void this.#breakDown(worker)
    })
    this.#tell(worker, archive)
    return worker
  }

  #tell(worker: SearchWorker, archive: SearchedArchive): void {
    const message = { kind: 'open', id: ++this.#lastId, archive } as const
    const { serveFiles } = this.#source
    if (archive.hasMirrors !== true || serveFiles === undefined) {
      worker.postMessage(message, [])
      return
    }
    const { port1, port2 } = new MessageChannel()
    this.#endFiles = serveFiles(port1)
    worker.postMessage({ ...message, files: port2 }, [port2])
  }

  #take(answer: WorkerAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    if (answer.kind !== 'failed') {
      waiting?.take(answer)
      return
    }
    const { kind, path, status } = answer.failure
    this.#waiting.delete(answer.id)
    waiting?.fail(new DataError(kind, path, status === undefined ? {} : { status }))
  }

  /** A script that never arrives causes no error event: whoever waits for it is told after a while (S24). */
  #awaitStart(worker: SearchWorker): void {
    if (this.#isRunning) return
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => {
      // A slow script may still come; one that is late twice hangs.
      if (this.#wasLate) this.#drop(worker)
      this.#wasLate = true
      this.#failAll(new DataError('late', this.#source.path, {}))
    }, silenceMs)
  }

  async #breakDown(worker: SearchWorker): Promise<void> {
    if (this.#worker !== worker) return
    this.#drop(worker)
    const all = this.#takeWaiting()
    const reason = await this.#source.explain()
    for (const { fail } of all) fail(reason)
  }

  #drop(worker: SearchWorker): void {
    clearTimeout(this.#silence)
    this.#worker = undefined
    worker.terminate()
    this.#endFiles?.()
    this.#endFiles = undefined
  }

  #failAll(reason: Error): void {
    for (const { fail } of this.#takeWaiting()) fail(reason)
  }

  #takeWaiting(): Waiting[] {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    return all
  }
}
