import { toClockSpan, type ClockSpan } from '#contract/clocks/clock-place.ts'
import { listClockSpans } from '#contract/clocks/clock-spans.ts'
import { parseSourceDaysBytes } from '#contract/clocks/source-days-file.ts'
import { parseTimesBytes } from '#contract/clocks/times-file.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { toZoneCalendar, type PostTimes } from '#core/selection/clock-calendar.ts'
import { listDayChanges } from '#core/time/zone-days.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'

/** Every post has a time, and in the archive's own zone the times give the days of the archive's calendar. */
export async function verifyClocks(manifest: Manifest, site: BuiltSite): Promise<string[]> {
  const { clocks, timeline, timeZone } = manifest
  if (clocks === undefined) return []
  const spans = listClockSpans(timeline.rows)
  const faults = expectCount('clocks: files of times', clocks.times.length, spans.length)
  for (const { start, file } of clocks.sourceDays) {
    await parse(site, file, (bytes) =>
      parseSourceDaysBytes(bytes, toClockSpan(start, timeline.rows)),
    )
  }
  const parts: PostTimes[] = []
  for (const [at, file] of clocks.times.entries()) {
    const span: ClockSpan = spans[at] ?? { start: 0, end: 0 }
    const times = await parse(site, file, (bytes) => parseTimesBytes(bytes, span))
    if (times !== undefined) parts.push(times)
  }
  const opening = await site.readJson('opening', manifest.opening, parseOpening)
  if (faults.length > 0 || parts.length < spans.length || opening === undefined) return faults
  const own = toZoneCalendar(opening.calendar, timeZone, { parts, changes: listChanges() })
  const isSame = JSON.stringify(own.days) === JSON.stringify(opening.calendar.days)
  return isSame ? [] : ['clocks: the times of posts disagree with the days of the calendar']

  function listChanges() {
    const first = parts[0]?.times[0] ?? 0
    return listDayChanges(timeZone, first, (parts.at(-1)?.times.at(-1) ?? first) + 1)
  }
}

async function parse<T>(
  site: BuiltSite,
  file: FileHash,
  read: (bytes: Uint8Array) => T,
): Promise<T | undefined> {
  const bytes = await site.readData('clocks', file)
  if (bytes === undefined) return undefined
  try {
    return read(bytes)
  } catch (error) {
    site.note(dataPath('clocks', file), error)
    return undefined
  }
}
