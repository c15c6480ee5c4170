import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'

/** A range of the text of a lifeboat: `start` up to but not including `end`. */
export interface LifeboatPart {
  start: number
  end: number
}

const volumeStart = '<script type="application/octet-stream" id="broadsheet-volume-'
const volumeTag = /^(0|[1-9]\d{0,5})">/
/** So many elements are looked at in one go. */
const atOnce = 4_096

/**
 * Where the texts of the volumes stand, by their numbers; those that are missing or cut off are absent. One way through the
 * file, however many volumes its directory names or elements it has.
 * @param rest - lets others work in between.
 */
export async function findVolumes(
  html: string,
  { volumes }: Pick<LifeboatDirectory, 'volumes'>,
  rest: () => Promise<void>,
): Promise<Map<number, LifeboatPart>> {
  const found = new Map<number, LifeboatPart>()
  let seen = 0
  for (let at = html.indexOf(volumeStart); at >= 0; at = html.indexOf(volumeStart, at + 1)) {
    if (++seen % atOnce === 0) await rest()
    const open = at + volumeStart.length
    const [tag, digits] = volumeTag.exec(html.slice(open, open + 8)) ?? []
    const number = Number(digits)
    if (tag === undefined || number >= volumes.length || found.has(number)) continue
    const start = open + tag.length
    const end = html.indexOf('<', start)
    if (end >= 0 && html.startsWith('</script>', end)) found.set(number, { start, end })
  }
  return found
}
