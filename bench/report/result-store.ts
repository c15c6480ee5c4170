import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseResults, type SetResults } from './results.ts'

/** Keeps the newest figures of every set of posts in a work folder, whichever run they come from. */
export class ResultStore {
  readonly #file: string
  #sets: SetResults[]

  /** @throws Error when the folder holds results of another version of the bench. */
  constructor(work: string) {
    this.#file = join(work, 'results.json')
    this.#sets = existsSync(this.#file) ? readResults(this.#file) : []
  }

  /** All sets, smallest first. */
  get sets(): readonly SetResults[] {
    return this.#sets
  }

  /** Adds figures; parts that were not measured this time keep their last ones. */
  merge(results: SetResults): SetResults {
    const last = this.#sets.find(({ name }) => name === results.name)
    const isWhole =
      results.build && results.rebuild && results.reader && results.search && results.whole
    // Older parts that stay may have been measured on a busier machine.
    const loadBefore = Math.max(results.loadBefore, isWhole ? 0 : (last?.loadBefore ?? 0))
    const merged = { ...last, ...results, loadBefore }
    this.#sets = [...this.#sets.filter((set) => set !== last), merged].toSorted(
      (a, b) => a.size - b.size,
    )
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, `${JSON.stringify(this.#sets, null, 2)}\n`)
    return merged
  }
}

function readResults(file: string): SetResults[] {
  try {
    return parseResults(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} comes from another version of the bench: delete it`, { cause })
  }
}
