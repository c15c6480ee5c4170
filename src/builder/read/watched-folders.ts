import { basename, resolve } from 'node:path'
import { readStamp } from './file-stamp.ts'
import { lookAtFolders, type SeenFolders } from './look-at-folders.ts'

/**
 * Folders that somebody watches between builds of one process. As long as all that happened are changes of files that were
 * there, only these are looked at again; after anything else the whole folders are.
 */
export class WatchedFolders {
  #seen: SeenFolders | undefined
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
    if (this.#seen !== undefined) return lookAgain(this.#seen, changed)
    const doubts = this.#doubts
    const seen = await lookAtFolders(folders)
    if (doubts === this.#doubts) this.#seen = seen
    return seen
  }
}

function lookAgain(seen: SeenFolders, changed: ReadonlySet<string>): SeenFolders {
  const nowMs = Date.now()
  for (const [at, { path }] of seen.discovery.files.entries()) {
    // A file without a stamp was written just when it was looked at: it is asked about until it rests.
    const isOpen = Number.isNaN(seen.stamps.at(at)[0])
    if (isOpen || changed.has(path)) seen.stamps.set(at, readStamp(path, nowMs))
  }
  return seen
}
