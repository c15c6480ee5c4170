/**
 * Browsers cap the height of a page (33 million pixels in Chromium, 17 million in Firefox). A list that is taller lies on a
 * track of this height instead: jumps along the track are stretched to the list, scrolling moves pixel by pixel.
 */
export const tallestTrack = 6_000_000

/** At both ends of the track, pixels that are never stretched: who scrolls to an end reaches it exactly. */
const plainEnd = 1_000_000

/** Moves longer than this many window heights at once are jumps: the bar was dragged, or a key went to an end. */
const jumpWindows = 4

/** Height that the page gives to a list. */
export function toTrackHeight(height: number): number {
  return Math.min(height, tallestTrack)
}

/** Place in a list of some height for a place on its track, both in pixels from the top. */
export function toListPlace(height: number, place: number): number {
  const track = toTrackHeight(height)
  if (place <= plainEnd || height === track) return place
  if (place >= track - plainEnd) return place + height - track
  return plainEnd + (place - plainEnd) * toStretch(height, track)
}

/** The way back of `toListPlace`. */
export function toTrackPlace(height: number, place: number): number {
  const track = toTrackHeight(height)
  if (place <= plainEnd || height === track) return place
  if (place >= height - plainEnd) return place - height + track
  return plainEnd + (place - plainEnd) / toStretch(height, track)
}

function toStretch(height: number, track: number): number {
  return (height - 2 * plainEnd) / (track - 2 * plainEnd)
}

/** Where the window is: on the track, and by how much the list lies off it there. */
export interface Anchor {
  /** Pixels of the track above the window. */
  track: number
  /** Pixels to add to a place on the track for the place in the list. */
  shift: number
}

/** The window after it has moved on the track: a jump lands where the bar points, anything less scrolls pixel by pixel. */
export function moveAnchor(
  anchor: Anchor,
  { track, height, window }: { track: number; height: number; window: number },
): Anchor {
  const isJump = Math.abs(track - anchor.track) > jumpWindows * window
  const isAtEnd = track <= 0 || track >= toTrackHeight(height) - window
  if (!isJump && !isAtEnd) return { track, shift: anchor.shift }
  return { track, shift: toListPlace(height, track) - track }
}
