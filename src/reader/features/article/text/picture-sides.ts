/** Width and height of a picture, pixels; both are known or neither. */
interface Sides {
  width: number
  height: number
}

// Enough for a long session; the oldest are evicted first.
const rememberedPictures = 2000
const seen = new Map<string, Sides>()

/** Remembers the natural size of a loaded picture for as long as the page is open. */
export function rememberSides(url: string, { naturalWidth, naturalHeight }: HTMLImageElement) {
  if (naturalWidth === 0 || naturalHeight === 0) return
  const oldest = seen.keys().next().value
  if (seen.size >= rememberedPictures && oldest !== undefined) seen.delete(oldest)
  seen.set(url, { width: naturalWidth, height: naturalHeight })
}

/** Natural size of a picture loaded earlier in this session. */
export function recallSides(url: string): Sides | undefined {
  return seen.get(url)
}

/** Sets the known size on a picture that declares none, to reserve its space while it loads. A side of 0 is not known. */
export function declareSides(picture: HTMLImageElement, sides: Sides | undefined): void {
  if (
    !sides ||
    sides.width === 0 ||
    picture.hasAttribute('width') ||
    picture.hasAttribute('height')
  )
    return
  picture.setAttribute('width', String(sides.width))
  picture.setAttribute('height', String(sides.height))
}

/** The size that a picture declares. */
export function toSides(picture: HTMLImageElement): Sides | undefined {
  const [width = 0, height = 0] = ['width', 'height'].map((side) => {
    const written = picture.getAttribute(side) ?? ''
    return /^\d{1,5}$/.test(written) ? Number(written) : 0
  })
  return width > 0 && height > 0 ? { width, height } : undefined
}
