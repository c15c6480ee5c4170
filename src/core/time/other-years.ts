/** The year before the first one of each era of Japan, and of the Republic of China. */
const eras: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
}
const eraYear = new RegExp(
  `(?:中[華华])?(${Object.keys(eras).join('|')})\\s?(元|\\d{1,3})\\s?(?=年|[./-])`,
)
const thaiMonth = /[\u0e00-\u0e7f]{3,}/
const buddhistYear = /\b2[45]\d{2}\b/

/** Rewrites years of Japan's eras since 1868, of the Republic of China and of the Buddhist calendar of Thailand. */
export function toCommonEra(text: string): string {
  const counted = text.replace(eraYear, (_, era: string, year: string) =>
    String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year))),
  )
  if (!thaiMonth.test(counted)) return counted
  return counted
    .replace(/[พค]\.\s?ศ\.\s?/, '')
    .replace(buddhistYear, (year) => String(Number(year) - 543))
}
