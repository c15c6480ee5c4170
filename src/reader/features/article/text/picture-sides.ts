/** Sides of a picture in pixels; both known or none. */
interface Sides {
  width: number
  height: number
}

// Enough for a long session; the oldest go first.
const rememberedPictures = 2000
const seen = new Map<string, Sides>()

/** Keeps the natural sides of a picture that arrived, for as long as the page lives. */
export function rememberSides(url: string, { naturalWidth, naturalHeight }: HTMLImageElement) {
  if (naturalWidth === 0 || naturalHeight === 0) return
  const oldest = seen.keys().next().value
  if (seen.size >= rememberedPictures && oldest !== undefined) seen.delete(oldest)
  seen.set(url, { width: naturalWidth, height: naturalHeight })
}

/** Sides of a picture seen before in this session. */
export function recallSides(url: string): Sides | undefined {
  return seen.get(url)
}

/** Gives a picture that declares no sides the known ones, so that its room is kept while it loads. */
export function declareSides(picture: HTMLImageElement, sides: Sides | undefined): void {
  if (!sides || picture.hasAttribute('width') || picture.hasAttribute('height')) return
  picture.setAttribute('width', String(sides.width))
  picture.setAttribute('height', String(sides.height))
}

/** The sides a picture declares. */
export function toSides(picture: HTMLImageElement): Sides | undefined {
  const [width = 0, height = 0] = ['width', 'height'].map((side) => {
    const written = picture.getAttribute(side) ?? ''
    return /^\d{1,5}$/.test(written) ? Number(written) : 0
  })
  return width > 0 && height > 0 ? { width, height } : undefined
}
