/** A time in a description that refers to a position in the video. */
export interface TimeCode {
  /** Its range in the text, without brackets. */
  start: number
  end: number
  seconds: number
}

const codePattern =
  /(?<!\d[:：./-]|\d)(?:(\d{1,2})[:：])?(\d{1,3})[:：]([0-5]\d)(?![\d:：]|[./]\d)/g
// A time of day, not a position in the video.
const clockAfter = /^ ?(?:[ap]\.?m\b|[时時点點分]|(?:UTC|GMT|EST|PST|HKT|CST|hrs?)\b)/i
const clockBefore =
  /(?:星期.|[周週][一二三四五六日天]|每[天日晚週周]|[早晚]上?|[上下]午|凌晨|中午|今[晚日天]|明[晚日天]|[时時][间間]|\bat|\b[A-Z][a-z]+day|日|号|號) ?$/
const rangePattern = /^ ?[-–—~～至到] ?$/

/**
 * Finds the time codes in a description that list its chapters: runs in ascending order, at least two that start at
 * 0:00, or at least three that do not look like times of day. The start of a range counts. Times of day and single times
 * do not.
 */
export function findTimeCodes(text: string): TimeCode[] {
  const codes = dropRangeEnds(listCodes(text), text)
  const found: TimeCode[] = []
  let run: TimeCode[] = []
  for (const code of codes) {
    const last = run.at(-1)
    if (last && code.seconds <= last.seconds) {
      if (isChapterList(run)) found.push(...run)
      run = []
    }
    run.push(code)
  }
  return isChapterList(run) ? [...found, ...run] : found
}

function listCodes(text: string): TimeCode[] {
  return [...text.matchAll(codePattern)].flatMap((match) => {
    const [whole, hours = '0', minutes = '0', seconds = '0'] = match
    const start = match.index
    const end = start + whole.length
    const isClock =
      clockAfter.test(text.slice(end, end + 8)) ||
      clockBefore.test(text.slice(Math.max(0, start - 12), start))
    if (isClock || (match[1] !== undefined && Number(minutes) > 59)) return []
    return [{ start, end, seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) }]
  })
}

function dropRangeEnds(codes: readonly TimeCode[], text: string): TimeCode[] {
  return codes.filter((code, at) => {
    const before = codes[at - 1]
    return !before || !rangePattern.test(text.slice(before.end, code.start))
  })
}

function isChapterList(run: readonly TimeCode[]): boolean {
  const [first] = run
  if (first?.seconds === 0) return run.length >= 2
  // Timetables use quarters of an hour, and hours stop before 24.
  const isOdd = ({ seconds }: TimeCode) => seconds % 15 !== 0 || seconds >= 24 * 60
  return run.length >= 3 && run.some(isOdd)
}
