/** Whether something is open, as a store: only what subscribes renders again when that changes. */
export interface OpenState {
  read: () => boolean
  write: (isOpen: boolean) => void
  subscribe: (listener: () => void) => () => void
}

/** Makes the state of something that is closed at first. */
export function makeOpenState(): OpenState {
  const listeners = new Set<() => void>()
  let isOpen = false
  return {
    read: () => isOpen,
    write: (next) => {
      isOpen = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
