import { basename, resolve } from 'node:path'
import { readStamp } from '#builder/ground/disk/file-stamp.ts'
import { lookAtFolders, type SeenFolders } from './look-at-folders.ts'

/**
 * Folders that somebody watches between builds of one process. As long as all that happened are changes of files that were
 * there, only these are looked at again; after anything else the whole folders are.
 */
export class WatchedFolders {
  #seen: KnownFolders | undefined
  /** How often something happened after which all has to be looked at. */
  #doubts = 0
  #changed = new Set<string>()

  /** Takes note of what happened to a path: `change`, or anything else. */
  note(event: string, path: string): void {
    if (event === 'change' && basename(path) !== '_config.yml') this.#changed.add(resolve(path))
    else this.forget()
  }

  /** Something may have happened unnoticed: nothing is relied on. */
  forget(): void {
    this.#seen = undefined
    this.#doubts++
  }

  /** Says what the folders hold now. What happens meanwhile counts for the next time. */
  async look(folders: readonly string[]): Promise<SeenFolders> {
    const changed = this.#changed
    this.#changed = new Set()
    if (this.#seen !== undefined) return this.#seen.lookAgain(changed)
    const doubts = this.#doubts
    const seen = await lookAtFolders(folders)
    if (doubts === this.#doubts) this.#seen = new KnownFolders(seen)
    return seen
  }
}

/** What folders held when they were looked at. */
class KnownFolders {
  readonly #seen: SeenFolders
  readonly #places: ReadonlyMap<string, number>
  /** Places of files without a stamp, which were written just when they were looked at: they are asked about until they rest. */
  readonly #open: Set<number>

  constructor(seen: SeenFolders) {
    const { files } = seen.discovery
    this.#seen = seen
    this.#places = new Map(files.map(({ path }, at) => [path, at]))
    this.#open = new Set([...files.keys()].filter((at) => isOpen(seen, at)))
  }

  lookAgain(changed: ReadonlySet<string>): SeenFolders {
    const nowMs = Date.now()
    for (const path of changed) {
      const at = this.#places.get(path)
      if (at !== undefined) this.#open.add(at)
    }
    const { discovery, stamps } = this.#seen
    for (const at of this.#open) {
      stamps.set(at, readStamp(discovery.files[at]?.path ?? '', nowMs))
      if (!isOpen(this.#seen, at)) this.#open.delete(at)
    }
    return this.#seen
  }
}

function isOpen({ stamps }: SeenFolders, at: number): boolean {
  return Number.isNaN(stamps.at(at)[0])
}
