import type { LocalStore } from '#reader/storage/local-store.ts'

/** Whether mirrors may be asked: nobody has decided, somebody is asked just now, or has answered. */
export type ConsentState = 'open' | 'asked' | 'given' | 'refused'

/** What is remembered beyond a visit. */
interface AgreedStore {
  read: LocalStore<readonly string[]>['read']
  subscribe: LocalStore<readonly string[]>['subscribe']
  remember: (mirrors: readonly string[], isAgreed: boolean) => void
}

/**
 * Asks whoever reads once, before the first mirror is asked, because a mirror sees who reads what. A yes is remembered
 * for these mirrors; a no holds for the visit. Mirrors that a later build adds are asked about anew.
 */
export class MirrorConsent {
  readonly #mirrors: readonly string[]
  readonly #store: AgreedStore
  readonly #listeners = new Set<() => void>()
  readonly #waiting = new Set<(isGiven: boolean) => void>()
  #state: ConsentState

  constructor(mirrors: readonly string[], store: AgreedStore) {
    this.#mirrors = mirrors
    this.#store = store
    this.#state = this.#isRemembered() ? 'given' : 'open'
    // Taken back in another window, or with all else that is stored.
    store.subscribe(() => {
      if (this.#state === 'given' && !this.#isRemembered()) this.#change('open')
    })
  }

  #isRemembered(): boolean {
    const agreed = new Set(this.#store.read())
    return this.#mirrors.every((mirror) => agreed.has(mirror))
  }

  read = (): ConsentState => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Resolves with the answer; false when the signal fires before: then nobody waits for it any more. */
  async ask(signal: AbortSignal): Promise<boolean> {
    if (this.#state === 'given') return true
    if (this.#state === 'refused' || signal.aborted) return false
    return new Promise((resolve) => {
      const end = (isGiven: boolean) => {
        signal.removeEventListener('abort', leave)
        this.#waiting.delete(end)
        resolve(isGiven)
      }
      const leave = () => {
        end(false)
        if (this.#waiting.size === 0 && this.#state === 'asked') this.#change('open')
      }
      this.#waiting.add(end)
      signal.addEventListener('abort', leave)
      this.#change('asked')
    })
  }

  /** Takes the answer, also one that nobody has asked for. */
  answer(isGiven: boolean): void {
    this.#store.remember(this.#mirrors, isGiven)
    this.#change(isGiven ? 'given' : 'refused')
    for (const end of this.#waiting) end(isGiven)
  }

  #change(state: ConsentState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
