import { toInstantText, toWrittenMs } from '#core/time/date-text.ts'
import { toDayStartMs } from '#core/time/day.ts'
import { parseLooseDate, type LooseDate } from '#core/time/loose-date.ts'
import { toZoneMinutes } from '#core/time/zone-name.ts'
import type { Published, TimeFlag } from '#core/post/post.ts'
import type { FieldValue } from '../front-matter/field-value.ts'
import type { FoundField } from '../front-matter/known-fields.ts'
import type { PostNote } from '../problem/post-note.ts'
import { findFileDay } from './file-day.ts'

/** Everything that can tell when a post was published. */
export interface PublishedSources {
  /** Front matter field with the date of publication. */
  date?: FieldValue | undefined
  /** Key of that field, for warnings; `date` by default. */
  dateKey?: string | undefined
  /** Field with the date of the last change, which counts where nothing else says of a day. */
  changed?: FoundField | undefined
  epochText?: string | undefined
  fileName: string
  /** Path of the file, whose folder may begin with a day. */
  file?: string | undefined
  /** Time zone for dates without an offset; UTC, with a warning, when unknown. */
  timeZone?: string | undefined
}

/** Publication time of a post, and flags for what is doubtful about it. */
export interface ReadPublished {
  published: Published
  /** Date from the front matter, verbatim. */
  dateText?: string
  timeFlags: TimeFlag[]
  warnings: PostNote[]
}

/**
 * Takes the date from the front matter, or as much of it as can be read; else the day from the file name, which also
 * completes a month or a year that it agrees with; else, with a warning, the date of the last change, as Hugo does; else
 * leaves it unknown. Never guesses.
 */
export function toPublished({ changed, ...sources }: PublishedSources): ReadPublished {
  const hasDate = sources.date !== undefined || findFileDay(sources) !== undefined
  return hasDate || changed === undefined
    ? toOwnDate(sources)
    : toChangedDate({ ...sources, date: changed.field, dateKey: changed.key })
}

function toChangedDate(sources: PublishedSources): ReadPublished {
  const read = toOwnDate(sources)
  const { date, dateKey = '' } = sources
  const note: PostNote = {
    field: dateKey,
    ...(date === undefined || date.line === 0 ? {} : { line: date.line }),
    reason: `No date says when it was published; that of its last change, \`${dateKey}\`, is used.`,
    hint: 'Write the day of publication into `date`.',
  }
  return { ...read, warnings: [note, ...read.warnings] }
}

function toOwnDate(sources: PublishedSources): ReadPublished {
  const dateText = sources.date?.text?.trim() ?? ''
  const written = dateText === '' ? undefined : parseLooseDate(dateText)
  const read = written === undefined ? fromFileName(sources) : fromDate(written, sources)
  const timeFlags = [...read.timeFlags, ...checkEpoch(sources.epochText, read.published)]
  return { ...read, timeFlags, ...(dateText === '' ? {} : { dateText }) }
}

type FoundDate = Pick<ReadPublished, 'published' | 'timeFlags' | 'warnings'>

function fromDate(written: LooseDate, sources: PublishedSources): FoundDate {
  if (written.precision !== 'day') return fromPartOfDay(written, sources)
  if (written.clockMs === undefined) {
    const note = `only the day was understood`
    return {
      published: { publishedOn: written.day },
      ...toDoubt(written, ['dateOnly'], sources, note),
    }
  }
  const { ms, note } = toInstant(written, sources)
  // With its offset, the last hours of the last year belong to a year that cannot be written.
  if (ms < firstMs || ms > lastMs)
    return { published: { publishedOn: written.day }, timeFlags: ['dateOnly'], warnings: [] }
  const inPart = 'the rest of it was not understood'
  return {
    published: { publishedAt: toInstantText(ms) },
    ...toDoubt(written, [], sources, written.isInPart === true ? inPart : note),
  }
}

const firstMs = Date.parse('0001-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

/** A month or a year; the day in the file name completes it where both agree. */
function fromPartOfDay(written: LooseDate, sources: PublishedSources): FoundDate {
  const { day, precision, readings, isInPart } = written
  const known = day.slice(0, precision === 'year' ? 4 : 7)
  const fileDay = findFileDay(sources)
  const agrees =
    readings === undefined ? fileDay?.startsWith(known) : readings.includes(fileDay ?? '')
  if (fileDay !== undefined && agrees === true) {
    const timeFlags: TimeFlag[] =
      isInPart === true && readings === undefined ? ['dateFromFileName'] : []
    const note =
      isInPart === true ? 'the day in the file name, which agrees with it, is used' : undefined
    return { published: { publishedOn: fileDay }, timeFlags, warnings: toWarnings(sources, note) }
  }
  const note = isInPart === true ? `only the ${precision} ${known} was understood` : undefined
  const flag: TimeFlag = precision === 'year' ? 'yearOnly' : 'monthOnly'
  return { published: { publishedOn: day }, ...toDoubt(written, [flag], sources, note) }
}

function toDoubt(
  { isInPart }: LooseDate,
  flags: TimeFlag[],
  sources: PublishedSources,
  note: string | undefined,
): Pick<FoundDate, 'timeFlags' | 'warnings'> {
  const isDoubtful = isInPart === true
  const timeFlags: TimeFlag[] = isDoubtful ? [...flags, 'dateInPart'] : flags
  const isSaid = isDoubtful || flags.length === 0
  return { timeFlags, warnings: isSaid ? toWarnings(sources, note) : [] }
}

function toWarnings(sources: PublishedSources, note: string | undefined): PostNote[] {
  if (note === undefined) return []
  const { date, dateKey = 'date' } = sources
  const text = date?.text?.trim() ?? ''
  return [
    {
      field: dateKey,
      ...(date === undefined || date.line === 0 ? {} : { line: date.line }),
      reason: `\`${dateKey}\` is "${text.slice(0, 80)}"; ${note}.`,
      hint: 'Write an ISO 8601 time with an offset, such as 2020-08-30T21:56:11Z.',
    },
  ]
}

/** The instant of a date with a time of day, and what had to be assumed for it. */
function toInstant(
  written: LooseDate,
  { timeZone }: PublishedSources,
): { ms: number; note?: string } {
  const { otherOffsets, offsetMinutes, isLeapSecond } = written
  const clockMs = toDayStartMs(written.day) + (written.clockMs ?? 0)
  const ownMinutes = timeZone === undefined ? undefined : toZoneMinutes(clockMs, timeZone)
  if (offsetMinutes === undefined) {
    const ms = clockMs - (ownMinutes ?? 0) * 60_000
    return ownMinutes === undefined
      ? { ms, note: 'without an offset from UTC, it was read as UTC' }
      : { ms }
  }
  if (otherOffsets !== undefined) {
    if (ownMinutes !== undefined && [offsetMinutes, ...otherOffsets].includes(ownMinutes)) {
      return { ms: clockMs - ownMinutes * 60_000 }
    }
    const note = `places share the name of its zone, which was read as UTC${toSigned(offsetMinutes)}`
    return { ms: toWrittenMs(written), note }
  }
  const ms = toWrittenMs(written)
  return isLeapSecond === true
    ? { ms, note: 'the leap second was read as the one before it' }
    : { ms }
}

function toSigned(minutes: number): string {
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`
}

/** A post whose day stands in its file name alone is an ordinary one; a date that cannot be read is not. */
function fromFileName(sources: PublishedSources): FoundDate {
  const { date, dateKey = 'date' } = sources
  const fileDay = findFileDay(sources)
  const isWritten = (date?.text?.trim() ?? '') !== ''
  if (fileDay !== undefined) {
    const note = isWritten ? 'the day in the file name is used' : undefined
    const timeFlags: TimeFlag[] = isWritten ? ['dateFromFileName'] : []
    return { published: { publishedOn: fileDay }, timeFlags, warnings: toWarnings(sources, note) }
  }
  const warnings = isWritten
    ? toWarnings(sources, 'the post stays undated')
    : [
        {
          field: dateKey,
          reason: `There is no \`${dateKey}\`; the post stays undated.`,
          hint: 'Write an ISO 8601 time with an offset, such as 2020-08-30T21:56:11Z.',
        },
      ]
  return { published: {}, timeFlags: [], warnings }
}

function checkEpoch(epochText: string | undefined, { publishedAt }: Published): TimeFlag[] {
  if (epochText === undefined) return ['epochMissing']
  if (!/^-?\d+$/.test(epochText)) return ['epochInvalid']
  const epoch = Number(epochText)
  if (Number.isNaN(new Date(epoch).getTime())) return ['epochInvalid']
  if (publishedAt === undefined) return []
  return Math.abs(epoch - Date.parse(publishedAt)) >= 1000 ? ['epochDiffers'] : []
}
