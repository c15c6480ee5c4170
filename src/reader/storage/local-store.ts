/** The part of `Storage` that stores use. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** One persisted value that components can subscribe to. */
export interface LocalStore<T> {
  read: () => T
  write: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** How a value is persisted under a storage key. */
export interface LocalStoreOptions<T> {
  key: string
  parse: (stored: string | null) => T
  /** `undefined` = nothing is to stay in the storage. */
  format: (value: T) => string | undefined
  /** Called on each use: where storage is blocked, even reading `localStorage` throws. */
  storage?: () => TextStorage
}

/**
 * Persists a value in local storage. Where storage is blocked or full, the value stays in memory for the life of the
 * page: everything works, but nothing is remembered.
 */
export function buildLocalStore<T>(options: LocalStoreOptions<T>): LocalStore<T> {
  const { key, parse, format, storage = () => globalThis.localStorage } = options
  const listeners = new Set<() => void>()
  let value = parse(tryStorage(() => storage().getItem(key)) ?? null)
  const announce = () => {
    for (const listener of listeners) listener()
  }
  if (typeof window !== 'undefined') {
    // Written by another tab of the same archive.
    window.addEventListener('storage', (event) => {
      if (event.key !== key) return
      value = parse(event.newValue)
      announce()
    })
  }
  return {
    read: () => value,
    write: (next) => {
      value = next
      const text = format(next)
      tryStorage(() =>
        text === undefined ? storage().removeItem(key) : storage().setItem(key, text),
      )
      announce()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function tryStorage<T>(reach: () => T): T | undefined {
  try {
    return reach()
  } catch (error) {
    // SecurityError where storage is blocked, QuotaExceededError where it is full.
    if (error instanceof DOMException || error instanceof TypeError) return undefined
    throw error
  }
}
