/** What the keys of a keyboard, a headset or a lock screen do. */
export interface MediaActions {
  play: () => void
  pause: () => void
  stop: () => void
  nexttrack: () => void
  previoustrack: () => void
  seekforward: () => void
  seekbackward: () => void
}

/** What a lock screen names. */
export interface MediaTitle {
  title: string
  artist: string
  album: string
}

/** Names what is read and takes the media keys, where the browser has a media session. @returns what gives them back. */
export function takeMediaKeys(named: MediaTitle, actions: MediaActions): () => void {
  if (!('mediaSession' in navigator) || !('MediaMetadata' in globalThis)) return () => undefined
  const { mediaSession } = navigator
  mediaSession.metadata = new MediaMetadata(named)
  const set = (handlers: Partial<MediaActions>) => {
    for (const action of mediaActionNames) {
      try {
        mediaSession.setActionHandler(action, handlers[action] ?? null)
      } catch (error) {
        // An action that this browser does not know.
        if (!(error instanceof TypeError)) throw error
      }
    }
  }
  set(actions)
  return () => {
    set({})
    mediaSession.metadata = null
    mediaSession.playbackState = 'none'
  }
}

/** Tells the system whether something is being read. */
export function tellPlayback(isSpeaking: boolean): void {
  if ('mediaSession' in navigator) {
    navigator.mediaSession.playbackState = isSpeaking ? 'playing' : 'paused'
  }
}

const mediaActionNames = [
  'play',
  'pause',
  'stop',
  'nexttrack',
  'previoustrack',
  'seekforward',
  'seekbackward',
] as const
