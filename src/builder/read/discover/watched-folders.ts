import { basename, resolve } from 'node:path'
import { readStamp } from '#builder/ground/disk/file-stamp.ts'
import { isAboutName } from '../config/read-about.ts'
import { isSettingsName } from '../config/settings-files.ts'
import type { ParseConfig } from '../config/site-config.ts'
import { scanFolders, type SeenFolders } from './scan-folders.ts'

/**
 * Folders that a file watcher observes between the builds of one process. If the only events are changes to known files,
 * just those files get new stamps. After any other event the folders are listed again.
 */
export class WatchedFolders {
  #seen: KnownFolders | undefined
  /** Counts invalidations, to notice one that arrives during a listing. */
  #doubts = 0
  #changed = new Set<string>()
  readonly #takesWithheld: boolean

  readonly #parse: ParseConfig | undefined

  /** `takesWithheld`, `parse`: see `discoverPosts`. */
  constructor(takesWithheld = false, parse?: ParseConfig) {
    this.#takesWithheld = takesWithheld
    this.#parse = parse
  }

  /** Records a watcher event for a path; anything but a `change` of a post invalidates the listing. */
  note(event: string, path: string): void {
    const name = basename(path)
    const isOfPost = !isSettingsName(name) && !isAboutName(name)
    // Of a name that is not UTF-8 the watcher does not tell the bytes.
    const isNamed = !path.includes('\ufffd')
    if (event === 'change' && isOfPost && isNamed) this.#changed.add(resolve(path))
    else this.forget()
  }

  /** Invalidates the listing, for instance because events may have been lost. */
  forget(): void {
    this.#seen = undefined
    this.#doubts++
  }

  /** Returns the current content of the folders. Events that arrive meanwhile count for the next call. */
  async look(folders: readonly string[]): Promise<SeenFolders> {
    const changed = this.#changed
    this.#changed = new Set()
    if (this.#seen !== undefined) return this.#seen.lookAgain(changed)
    const doubts = this.#doubts
    const seen = await scanFolders(folders, this.#parse, this.#takesWithheld)
    if (doubts === this.#doubts) this.#seen = new KnownFolders(seen)
    return seen
  }
}

/** The last listing, with its stamps kept up to date. */
class KnownFolders {
  readonly #seen: SeenFolders
  readonly #places: ReadonlyMap<string, number>
  /** Indexes of files without a stamp: they were written too recently to be trusted. Rechecked until they have one. */
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
