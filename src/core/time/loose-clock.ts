import { toClockMs } from './date-text.ts'

const half = '上午|凌晨|早上|清晨|午前|오전|中午|下午|午後|午后|晚上|傍晚|오후'
// The sign of a day in front of the hour belongs to that day.
const start = `(?:(?<half>${half})[ ]*|^|(?<before>[日號号일])|[^\\d.,:])(?<hour>\\d{1,2})`
const forms = [
  String.raw`${start}(?::|[ ]?h[ ]?)(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?![\d:])(?:[ ]?(?:h|min)\b)?[ ]?(?<meridiem>[ap]\.?m\b\.?)?`,
  String.raw`${start}[ ]*[时時點点시][ ]*(?:(?<minute>\d{1,2})[ ]*[分분]?[ ]*(?:(?<second>\d{1,2})[ ]*[秒초])?)?`,
  String.raw`${start}[ ]?(?<meridiem>[ap]\.?m\b\.?)`,
  // `2021-05-06T15-45-00`, as names of files write it
  String.raw`(?<before>\d{4}-\d{2}-\d{2})[T _-](?<hour>\d{2})-(?<minute>\d{2})-(?<second>\d{2})(?!\d)`,
  String.raw`(?:^|[ ,])(?<hour>\d{1,2})\.(?<minute>\d{2})(?:\.(?<second>\d{2}))?(?:[ ]?(?:h|uhr)\b)?(?:[ ]?(?<meridiem>[ap]\.?m\b\.?))?(?=$|[ ,;)])`,
  String.raw`(?:^|[ ,])(?<hour>\d{1,2})[ ]?(?:h|uhr)(?![a-z\d])`,
].map((form) => new RegExp(form, 'i'))

/** A time of day found in a text. */
export interface FoundClock {
  /** The text without it. */
  rest: string
  /** Milliseconds since midnight, at most those of a whole day; absent when there is no such time. */
  clockMs?: number
  /** Whether it is the 61st second of a minute, which is read as the 60th. */
  isLeapSecond?: true
}

/**
 * Finds a time of day in a text: `10:20`, `10:20:30.5`, `10:20 PM`, `下午3点20分`, `10h20`, `10.20`, `10 Uhr`; midnight
 * at the end of a day as `24:00`. `undefined` where none is written.
 */
export function findClock(text: string): FoundClock | undefined {
  const match = forms.map((form) => form.exec(text)).find((found) => found !== null)
  if (!match?.groups) return undefined
  // The mark keeps what follows apart from the day before it: `2021-03-04T10:20-0300`.
  const rest = text.replace(match[0], `${match.groups.before ?? ' '} \u0000 `)
  const { hour = '', minute = '0', second = '0' } = match.groups
  const isLeapSecond = second === '60'
  const at = toHour(Number(hour), match.groups.half ?? match.groups.meridiem)
  if (at === 24 && Number(minute) === 0 && Number(second) === 0) {
    return { rest, clockMs: 86_400_000 }
  }
  const clockMs =
    at === undefined
      ? undefined
      : toClockMs({
          ...match.groups,
          hour: String(at),
          minute,
          second: isLeapSecond ? '59' : second,
        })
  return {
    rest,
    ...(clockMs === undefined ? {} : { clockMs }),
    ...(isLeapSecond && clockMs !== undefined ? { isLeapSecond } : {}),
  }
}

/** The hour of 24 of one that a half of the day is written with; `undefined` where the two do not fit. */
function toHour(hour: number, written: string | undefined): number | undefined {
  if (written === undefined) return hour
  const isLate = /^(?:p|下午|午後|午后|晚上|傍晚|오후|中午)/i.test(written)
  if (hour > 12) return isLate ? hour : undefined
  if (!isLate) return hour === 12 ? 0 : hour
  if (written === '中午' && hour >= 10) return hour
  return hour === 12 ? 12 : hour + 12
}
