import { toBodyText } from '#core/text/body-text.ts'
import { findMatches } from '#search/query/find-matches.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { buildSnippet } from '#search/query/snippet.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { askPageForFiles } from './asked-files.ts'
import { SearchIndex } from './search-index.ts'
import type { WorkerAnswer, WorkerRequest, SentFailure } from './search-messages.ts'
import { showsAll } from './shows-all.ts'

/** Posts an answer to the page; the named buffers are transferred instead of copied. */
export type PostAnswer = (answer: WorkerAnswer, transfer?: Transferable[]) => void

type RequestOf<Kind extends WorkerRequest['kind']> = Extract<WorkerRequest, { kind: Kind }>

/** The search worker without its thread: handles the page's requests one by one and posts answers. */
export class SearchSession {
  readonly #post: PostAnswer
  readonly #running = new Map<number, AbortController>()
  #index: SearchIndex | undefined

  constructor(post: PostAnswer) {
    this.#post = post
  }

  /** Handles a request; errors are posted as answers. */
  async take(request: WorkerRequest): Promise<void> {
    try {
      await this.#answer(request)
    } catch (error) {
      this.#post({ kind: 'failed', id: request.id, failure: toSentFailure(error) })
    }
  }

  async #answer(request: WorkerRequest): Promise<void> {
    switch (request.kind) {
      case 'open':
        if (request.files !== undefined) askPageForFiles(request.files)
        this.#index = new SearchIndex(request.archive)
        return
      case 'search':
        await this.#search(request)
        return
      case 'cancel':
        this.#running.get(request.id)?.abort()
        return
      case 'mark':
        this.#mark(request)
        return
      case 'snippet':
        this.#cutSnippet(request)
    }
  }

  async #search({ id, query: typed, days }: RequestOf<'search'>): Promise<void> {
    const abort = new AbortController()
    this.#running.set(id, abort)
    try {
      const query = parseQuery(typed)
      this.#post({ kind: 'understood', id, query })
      if (this.#index === undefined) throw new Error('the search was not opened')
      const asked = { query, days, signal: abort.signal }
      for await (const batch of this.#index.search(asked)) {
        this.#post({ kind: 'batch', id, ...batch })
      }
    } catch (error) {
      // Nobody waits for an aborted search.
      if (!abort.signal.aborted) throw error
    } finally {
      this.#running.delete(id)
    }
  }

  #mark({ id, query, fields }: RequestOf<'mark'>): void {
    const { clauses } = parseQuery(query)
    const marks = fields.map(({ field, text }) => findMatches(text, clauses, field))
    this.#post({ kind: 'marks', id, marks, isWhole: showsAll(clauses, fields) })
  }

  #cutSnippet({ id, query, parts, characters }: RequestOf<'snippet'>): void {
    const { clauses } = parseQuery(query)
    const snippet = buildSnippet(toBodyText(parts), clauses, characters)
    this.#post({ kind: 'snippet', id, snippet })
  }
}

/** Serializes an error. Anything but a `DataError` is a bug; `contract` describes it best. */
function toSentFailure(error: unknown): SentFailure {
  if (!(error instanceof DataError)) return { kind: 'contract', path: `search: ${String(error)}` }
  const { kind, path, status } = error
  return { kind, path, ...(status === undefined ? {} : { status }) }
}
