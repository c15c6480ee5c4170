import { toOffsetMs } from './zone-offset.ts'

/** Minutes east of UTC that the name of a zone means, the likeliest first; more than one where places share a name. */
const zoneMinutes: Readonly<Record<string, readonly number[]>> = {
  Z: [0],
  UTC: [0],
  UT: [0],
  GMT: [0],
  WET: [0],
  WEST: [60],
  CET: [60],
  MEZ: [60],
  CEST: [120],
  MESZ: [120],
  EET: [120],
  EEST: [180],
  MSK: [180],
  MSD: [240],
  TRT: [180],
  PKT: [300],
  NPT: [345],
  ICT: [420],
  WIB: [420],
  HKT: [480],
  SGT: [480],
  PHT: [480],
  AWST: [480],
  JST: [540],
  KST: [540],
  ACST: [570],
  ACDT: [630],
  AEST: [600],
  AEDT: [660],
  NZST: [720],
  NZDT: [780],
  BRT: [-180],
  ART: [-180],
  NST: [-210],
  NDT: [-150],
  ADT: [-180],
  EST: [-300],
  EDT: [-240],
  CDT: [-300],
  MST: [-420],
  MDT: [-360],
  PST: [-480],
  PDT: [-420],
  AKST: [-540],
  AKDT: [-480],
  HST: [-600],
  CST: [-360, 480, -300],
  IST: [330, 60, 120],
  BST: [60, 360],
  AST: [-240, 180],
}

/** Zones of North America by the names that its papers print, whatever the season. */
const zonePlaces: Readonly<Record<string, string>> = {
  E: 'America/New_York',
  C: 'America/Chicago',
  M: 'America/Denver',
  P: 'America/Los_Angeles',
}

const names = Object.keys(zoneMinutes).join('|')
const offset = String.raw`(?:(?:UTC|GMT|UT)[ \t]*)?(?<sign>[+\-\u2212])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?`
const place = String.raw`(?<place>[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})`
const american =
  '(?<letter>[ECMP])(?:T|(?:astern|entral|ountain|acific)(?: (?:Standard|Daylight))? [Tt]ime)'
/** A zone at the end of a clock time or between other words: an offset, a place of the IANA list, or a short name. */
const pattern = new RegExp(
  String.raw`(?:^|[\s\u0000])(?:${offset}|${place}|${american}|(?<name>${names}))(?![\w:/+])`,
)
// What follows an offset only repeats it: `+01:00[Europe/Berlin]`, `GMT+0100 (CET)`, `+0000 UTC`.
const repeated = new RegExp(String.raw`[([][^()[\]]{1,60}[)\]]|^[\s\u0000]*(?:${names})(?![\w:/+])`)

/** A zone found in a text. */
export interface FoundZone {
  /** The text without it. */
  rest: string
  /** Minutes east of UTC; NaN for an offset that no place on earth uses. Absent for a place. */
  minutes?: number
  /** Other offsets that its name stands for, in minutes. */
  others?: readonly number[]
  /** IANA name, known to `Intl`. */
  place?: string
  /** Whether it is `Z`, `UTC` or `GMT`, which say nothing about the author's own zone. */
  isUtc: boolean
}

/** Finds the first zone in a text; `undefined` where none is written, or an unknown one. */
export function findZone(text: string): FoundZone | undefined {
  const bracket =
    /\[([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2})\]|\(([A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)\)/.exec(
      text,
    )
  const match = pattern.exec(text)
  if (!match?.groups) {
    const inner = bracket?.[1] ?? bracket?.[2]
    if (bracket === null || inner === undefined) return undefined
    return findZone(text.replace(bracket[0], ` ${inner} `))
  }
  const { sign, hours, minutes, place: written, letter = '', name = '' } = match.groups
  const named = written ?? zonePlaces[letter]
  const rest = text.replace(match[0], ' ')
  if (named !== undefined) {
    return isPlace(named) ? { rest, place: named, isUtc: false } : undefined
  }
  if (sign !== undefined) {
    const east = toMinutes(hours, minutes)
    const signed = sign === '+' ? east : -east
    return { rest: rest.replace(repeated, ' '), minutes: signed, isUtc: false }
  }
  const [first = 0, ...others] = zoneMinutes[name] ?? []
  const isUtc = /^(?:Z|UTC?|GMT)$/.test(name)
  return {
    rest: rest.replace(/\[(?:UTC|GMT|Z)\]/, ' '),
    minutes: first,
    isUtc,
    ...(others.length > 0 ? { others } : {}),
  }
}

function toMinutes(hours = '', minutes = '0'): number {
  const east = Number(hours) * 60 + Number(minutes)
  return Number(minutes) > 59 || east > 14 * 60 ? Number.NaN : east
}

function isPlace(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/**
 * Minutes east of UTC that the clocks of a zone (IANA name) are when they show a time, given in milliseconds as if it
 * were UTC. A time that the clocks skip or show twice is read with the offset before the change.
 */
export function toZoneMinutes(clockMs: number, timeZone: string): number {
  const early = toOffsetMs(clockMs - 86_400_000, timeZone)
  const late = toOffsetMs(clockMs + 86_400_000, timeZone)
  const isEarly = early === late || toOffsetMs(clockMs - early, timeZone) === early
  const isLate = toOffsetMs(clockMs - late, timeZone) === late
  return (isEarly || !isLate ? early : late) / 60_000
}
