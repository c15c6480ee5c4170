import { TZDate } from '@date-fns/tz'
import {
  parseDateText,
  toInstantText,
  toWrittenMs,
  type WrittenDate,
} from '#core/time/date-text.ts'
import type { Published, TimeFlag } from '#core/post/post.ts'
import { parseFileDate } from '#core/post/slug.ts'
import type { FieldValue } from '../front-matter/field-value.ts'
import type { PostNote } from '../problem/post-note.ts'

/** Everything that can tell when a post was published. */
export interface PublishedSources {
  /** Front matter field `date`. */
  date?: FieldValue | undefined
  epochText?: string | undefined
  fileName: string
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

/** Takes the date from the front matter, else the day from the file name, else leaves it unknown; never guesses. */
export function toPublished(sources: PublishedSources): ReadPublished {
  const dateText = sources.date?.text?.trim()
  const written = dateText === undefined ? undefined : parseDateText(dateText)
  const verbatim = dateText === undefined || dateText === '' ? {} : { dateText }
  if (!written) return { ...fromFileName(sources), ...verbatim }
  const { published, warnings } = toInstant(written, sources)
  const timeFlags: TimeFlag[] = published.publishedAt === undefined ? ['dateOnly'] : []
  timeFlags.push(...checkEpoch(sources.epochText, published))
  return { published, ...verbatim, timeFlags, warnings }
}

function toInstant(written: WrittenDate, { date, timeZone }: PublishedSources) {
  if (written.clockMs === undefined)
    return { published: { publishedOn: written.day }, warnings: [] }
  const isZoned = written.offsetMinutes !== undefined
  const ms = isZoned || timeZone === undefined ? toWrittenMs(written) : toZonedMs(written, timeZone)
  const publishedAt = toInstantText(ms)
  const warnings: PostNote[] = []
  if (!isZoned && timeZone === undefined) {
    warnings.push({
      field: 'date',
      ...(date ? { line: date.line } : {}),
      reason: `\`date\` is "${date?.text}", without an offset from UTC; it was read as UTC.`,
      hint: 'Add an offset such as +08:00, or `timezone:` to _config.yml.',
    })
  }
  return { published: { publishedAt }, warnings }
}

function toZonedMs(written: WrittenDate, timeZone: string): number {
  const [year = 0, month = 0, day = 0] = written.day.split('-').map(Number)
  const ms = written.clockMs ?? 0
  return new TZDate(
    year,
    month - 1,
    day,
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
    ms % 1000,
    timeZone,
  ).getTime()
}

function fromFileName({ date, epochText, fileName }: PublishedSources): ReadPublished {
  const fileDay = parseDateText(parseFileDate(fileName) ?? '')?.day
  const text = date?.text?.trim() ?? ''
  const what = text === '' ? 'There is no `date`' : `\`date\` is "${text.slice(0, 80)}"`
  const instead =
    fileDay === undefined ? 'the post stays undated' : `the day in the file name is used`
  const warning: PostNote = {
    field: 'date',
    ...(date ? { line: date.line } : {}),
    reason: `${what}; ${instead}.`,
    hint: 'Write an ISO 8601 time with an offset, such as 2020-08-30T21:56:11Z.',
  }
  const timeFlags: TimeFlag[] = fileDay === undefined ? [] : ['dateFromFileName']
  timeFlags.push(...checkEpoch(epochText, {}))
  const published = fileDay === undefined ? {} : { publishedOn: fileDay }
  return { published, timeFlags, warnings: [warning] }
}

function checkEpoch(epochText: string | undefined, { publishedAt }: Published): TimeFlag[] {
  if (epochText === undefined) return ['epochMissing']
  if (!/^-?\d+$/.test(epochText)) return ['epochInvalid']
  const epoch = Number(epochText)
  if (Number.isNaN(new Date(epoch).getTime())) return ['epochInvalid']
  if (publishedAt === undefined) return []
  return Math.abs(epoch - Date.parse(publishedAt)) >= 1000 ? ['epochDiffers'] : []
}
