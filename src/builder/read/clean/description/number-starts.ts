// `1、` `2.` `（3）` `④`. `before` matches the text right before a number that may start a line, `surelyBefore` before one
// that surely does: the end of a sentence, a heading or a list item.
const numberPattern =
  /(?<![\d.:/])(?:(\d{1,2}) ?([、.．)）,，])(?!\d)|[（(](\d{1,2})([)）])|([①-⑳]))/g
const before = /(?:^|[\s。！？!?；;：:…）)】」』”、，,])$/u
const surelyBefore = /(?:^|[。！？!?；;：:…\n】])\s?$/u

/** Minimum number of characters from one number to the next. */
const shortestItem = 4

interface NumberSign {
  at: number
  value: number
  /** Style of the number; all numbers of a list have the same. */
  form: string
  /** What precedes it: surely the end of a line, likely so, or just a word. */
  place: 'sure' | 'likely' | 'glued'
}

/**
 * Finds where the items of numbered lists begin. A list is a run of numbers in one style that count up from 1: at least
 * three, of which the first is sure or none is glued to a word, or two that are both sure.
 */
export function findNumberStarts(text: string): number[] {
  const found: number[] = []
  const open = new Map<string, NumberSign[]>()
  const close = (list: readonly NumberSign[]) => {
    if (isList(list)) found.push(...list.map(({ at }) => at))
  }
  for (const sign of listNumbers(text)) {
    const list = open.get(sign.form) ?? []
    const isNext =
      sign.value === list.length + 1 && sign.at > (list.at(-1)?.at ?? -9) + shortestItem
    if (isNext && list.length > 0) list.push(sign)
    else if (sign.value === 1) {
      close(list)
      open.set(sign.form, [sign])
    }
  }
  for (const list of open.values()) close(list)
  return found
}

function isList(signs: readonly NumberSign[]): boolean {
  if (signs.length < 3) return signs.length === 2 && signs.every(({ place }) => place === 'sure')
  return signs[0]?.place === 'sure' || signs.every(({ place }) => place !== 'glued')
}

function listNumbers(text: string): NumberSign[] {
  return [...text.matchAll(numberPattern)].flatMap((match) => {
    const [, plain, sign, inBrackets, , circled] = match
    const at = match.index
    const lead = text.slice(Math.max(0, at - 2), at)
    const isLikely = circled !== undefined || before.test(lead)
    // `1. ` and `1、` are almost always list numbers; the others also need the end of a line before them.
    if (!isLikely && !(sign === '、' || /[.．)] $/.test(text.slice(at, at + match[0].length + 1))))
      return []
    const value =
      circled === undefined ? Number(plain ?? inBrackets) : circled.charCodeAt(0) - 0x245f
    const form = circled === undefined ? (sign ?? '()') : '①'
    const isSure = circled !== undefined || surelyBefore.test(lead)
    return [{ at, value, form, place: isSure ? 'sure' : isLikely ? 'likely' : 'glued' }]
  })
}
