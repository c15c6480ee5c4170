const year = '(?:19|20)\\d{2}'
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const weekday =
  '(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日?|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?)'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const date = [
  `${year} ?[年/.-] ?\\d{1,2} ?[月/.-] ?\\d{1,2}(?: ?[日号號])?`,
  `\\d{1,2}[/.-]\\d{1,2}[/.-]${year}`,
  `${month} ${day},? ${year}`,
  `${day} ${month},? ${year}`,
].join('|')
const half = '(?:凌晨|早上|上午|中午|下午|晚上|[上下]午)'
const clock =
  '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,6})?)?(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?[时時點点] ?\\d{1,2} ?分(?: ?\\d{1,2} ?秒)?'
const zone =
  '(?: ?\\(?(?:Z|UTC|GMT|BST|CES?T|E[DS]T|P[DS]T|HKT|JST|CST)\\)?)?(?: ?[+-]\\d{2}:?\\d{2})?'
const time = `(?:${half} ?)?(?:${clock})${zone}`
const gap = ' ?(?:[-–—|·,，T]|at|@)? ?'
const stamp = [
  `(?:${weekday}[,，]? ?)?(?:${date})(?:[,，]? ?[（(]?${weekday}[)）]?)?(?:${gap}${time})?`,
  `${time}[,，]? (?:${date})`,
].join('|')
const lead =
  '(?:在|于|於|(?:发布|發布|發佈|发表|發表|刊登|刊发|发稿|提交|出版|投稿)(?:于|於|时间|時間|日期|日)?|日期|时间|時間|Published(?: on| at)?|Posted(?: on)?|Date|On|Le|Am|Publié le|Veröffentlicht am)'
const tail = '(?:提交|发布|發布|發佈|发表|發表|刊登|投稿|更新)'

const datelinePattern = new RegExp(
  `^[|·•/—–-]? ?(?:${lead} ?[:：]? ?)?(${stamp}) ?${tail}? ?[|·•,，。/]?$`,
  'i',
)
const longestDateline = 90
/** Every date has a year. Tested first, because hardly any line has one and the full pattern is slow. */
const yearPattern = new RegExp(year)

/**
 * Matches a line that consists of just a date. Returns the date with weekday and time as printed, without words like
 * `Published on` or `提交` around it; `undefined` for any other line. White space must be collapsed.
 */
export function toDatelineText(line: string): string | undefined {
  const text = line.trim()
  if (text.length < 8 || text.length > longestDateline || !yearPattern.test(text)) return undefined
  return datelinePattern.exec(text)?.[1]
}

/** Whether a dateline includes a time of day. */
export function hasClock(dateline: string): boolean {
  return /\d[:：]\d{2}|[时時點点] ?\d/.test(dateline)
}
