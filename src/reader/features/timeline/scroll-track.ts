/**
 * Browsers cap the height of a page (33 million pixels in Chromium, 17 million in Firefox), so a taller list gets a track
 * of this height: jumps along the track are scaled to the list, and scrolling moves pixel by pixel.
 */
export const tallestTrack = 6_000_000

/** Pixels at either end of the track that are never scaled, so that scrolling to an end reaches it exactly. */
const plainEnd = 1_000_000

/** A move of more than this many window heights is a jump: the scroll bar was dragged, or a key went to an end. */
const jumpWindows = 4

/** Height of a list's track on the page, pixels. */
export function toTrackHeight(height: number): number {
  return Math.min(height, tallestTrack)
}

/** Maps a place on the track to the place in a list of the given height, both in pixels from the top. */
export function toListPlace(height: number, place: number): number {
  const track = toTrackHeight(height)
  if (place <= plainEnd || height === track) return place
  if (place >= track - plainEnd) return place + height - track
  return plainEnd + (place - plainEnd) * toStretch(height, track)
}

/** Inverse of `toListPlace`. */
export function toTrackPlace(height: number, place: number): number {
  const track = toTrackHeight(height)
  if (place <= plainEnd || height === track) return place
  if (place >= height - plainEnd) return place - height + track
  return plainEnd + (place - plainEnd) / toStretch(height, track)
}

function toStretch(height: number, track: number): number {
  return (height - 2 * plainEnd) / (track - 2 * plainEnd)
}

/** Where the window is: its place on the track, and the offset of the list from the track there. */
export interface Anchor {
  /** Pixels of the track above the window. */
  track: number
  /** Pixels to add to a place on the track to get the place in the list. */
  shift: number
}

/** The anchor after a move on the track: a jump lands where the scroll bar points, a smaller move scrolls by pixels. */
export function moveAnchor(
  anchor: Anchor,
  { track, height, window }: { track: number; height: number; window: number },
): Anchor {
  const isJump = Math.abs(track - anchor.track) > jumpWindows * window
  const isAtEnd = track <= 0 || track >= toTrackHeight(height) - window
  if (!isJump && !isAtEnd) return { track, shift: anchor.shift }
  return { track, shift: toListPlace(height, track) - track }
}
