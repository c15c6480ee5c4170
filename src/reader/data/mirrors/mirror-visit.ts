import type { SignedHead } from '#contract/signing/signed-head.ts'
import { isGone } from '#reader/data/files/data-error.ts'
import type { Outcome } from './first-proven.ts'
import { NotThereError, WrongBytesError } from './read-mirror.ts'

/** What is known of a mirror in this visit. */
export interface MirrorRecord {
  address: string
  /** Files that were asked of it, and files that it gave, proven. */
  asked: number
  answered: number
  /** How many times in a row it failed, or was slower than one that was asked later. */
  failures: number
  /** File of which it sent other bytes: it is not asked any more (A3). */
  wrong?: string
}

/** A build that a page shows from a mirror, in place of that of the site's own host. */
export interface OpenedBuild {
  address: string
  head: SignedHead
}

/** How a visit with mirrors goes. */
export interface VisitState {
  mirrors: readonly MirrorRecord[]
  /** What the page shows; absent when it is the build of the site's own host. */
  opened?: OpenedBuild
  /** Whether nobody had the file that was asked for last: until the host or a mirror has another one. */
  isWithout: boolean
}

/** After so long the site's own host is asked first again, milliseconds: then no mirror sees what is read. */
export const hostRestMs = 30_000

/** Keeps what is known of all mirrors until the page is left, and in which order they are asked. */
export class MirrorVisit {
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #state: VisitState
  #hostFailedAt = -Infinity

  /** `now` gives milliseconds of any clock that never goes back. */
  constructor(mirrors: readonly string[], now: () => number) {
    this.#now = now
    this.#state = {
      mirrors: mirrors.map((address) => ({ address, asked: 0, answered: 0, failures: 0 })),
      isWithout: false,
    }
  }

  read = (): VisitState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether a mirror may be asked. */
  isOpen(address: string): boolean {
    return this.#find(address)?.wrong === undefined
  }

  /** Has all files come from one mirror: somebody has opened the build that it has. */
  open(opened: OpenedBuild): void {
    this.#change({ ...this.#state, opened })
  }

  /**
   * Mirrors that may be asked: those that failed least come first, in the order of the manifest; one alone where somebody
   * has opened its build.
   */
  listOpen(): string[] {
    const { mirrors, opened } = this.#state
    const open = mirrors.filter(
      ({ address, wrong }) =>
        wrong === undefined && (opened === undefined || opened.address === address),
    )
    // The sort is stable.
    open.sort((one, other) => one.failures - other.failures)
    return open.map(({ address }) => address)
  }

  /** Whether the site's own host has failed a moment ago. */
  get hasHostFailed(): boolean {
    return this.#now() - this.#hostFailedAt < hostRestMs
  }

  /** Takes in what came of asking the site's own host. */
  noteHost(outcome: Outcome): void {
    // A host that says a file is gone answers.
    const isThere =
      outcome.kind === 'answered' || (outcome.kind === 'failed' && isGone(outcome.error))
    this.#hostFailedAt = isThere ? -Infinity : this.#now()
    if (isThere && this.#state.isWithout) this.#change({ ...this.#state, isWithout: false })
  }

  /** Takes in what came of asking a mirror. */
  note(address: string, outcome: Outcome): void {
    const before = this.#find(address)
    if (before === undefined) return
    const after = { ...before, asked: before.asked + 1 }
    if (outcome.kind === 'answered') {
      after.answered++
      after.failures = 0
    } else if (outcome.kind === 'passed') after.failures++
    else if (outcome.error instanceof WrongBytesError) after.wrong = outcome.error.message
    // An older build is no failure.
    else if (!(outcome.error instanceof NotThereError)) after.failures++
    const { isWithout } = this.#state
    this.#change({
      ...this.#state,
      mirrors: this.#state.mirrors.map((one) => (one === before ? after : one)),
      isWithout: isWithout && outcome.kind !== 'answered',
    })
  }

  /** Takes in that no mirror had a file. */
  noteWithout(): void {
    this.#change({ ...this.#state, isWithout: true })
  }

  #find(wanted: string): MirrorRecord | undefined {
    return this.#state.mirrors.find(({ address }) => address === wanted)
  }

  #change(state: VisitState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
