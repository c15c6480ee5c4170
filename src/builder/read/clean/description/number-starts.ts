// `1、` `2.` `（3）` `④`, and what stands right before: a sentence, a heading or a list goes before a number that leads a line.
const numberPattern =
  /(?<![\d.:/])(?:(\d{1,2}) ?([、.．)）,，])(?!\d)|[（(](\d{1,2})([)）])|([①-⑳]))/g
const before = /(?:^|[\s。！？!?；;：:…）)】」』”、，,])$/u
const surelyBefore = /(?:^|[。！？!?；;：:…\n】])\s?$/u

/** Characters from one number to the next, at least. */
const shortestItem = 4

interface NumberSign {
  at: number
  value: number
  /** How the number is written: numbers of one list are written alike. */
  form: string
  /** What stands before: surely the end of a line, possibly, or just a word. */
  place: 'sure' | 'likely' | 'glued'
}

/**
 * Where the items of numbered lists begin: numbers that count up from 1, written alike, three or more after a sure
 * first one, or two that are sure.
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
    // `1. ` and `1、` are hardly anything else; of the others something has to go before.
    if (!isLikely && !(sign === '、' || /[.．)] $/.test(text.slice(at, at + match[0].length + 1))))
      return []
    const value =
      circled === undefined ? Number(plain ?? inBrackets) : circled.charCodeAt(0) - 0x245f
    const form = circled === undefined ? (sign ?? '()') : '①'
    const isSure = circled !== undefined || surelyBefore.test(lead)
    return [{ at, value, form, place: isSure ? 'sure' : isLikely ? 'likely' : 'glued' }]
  })
}
