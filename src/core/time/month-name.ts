import { parseMonthName } from './date-text.ts'

/** Names of the months as European languages write them in dates, beside English; without accents. */
const names = [
  'januar janner janvier enero gennaio janeiro januari января stycznia',
  'februar fevrier febrero febbraio fevereiro februari февраля lutego',
  'marz mars marzo marco maart марта marca',
  'april avril abril aprile апреля kwietnia',
  'mai mayo maggio maio mei мая maja',
  'juni juin junio giugno junho июня czerwca',
  'juli juillet julio luglio julho июля lipca',
  'august aout agosto augustus августа sierpnia',
  'september septembre septiembre settembre setembro сентября wrzesnia',
  'oktober octobre octubre ottobre outubro октября pazdziernika',
  'november novembre noviembre novembro ноября listopada',
  'dezember decembre diciembre dicembre dezembro december декабря grudnia',
].map((all) => all.split(' ').map(withoutMarks))

/**
 * The number (1 to 12) of a month from its name, or at least its first three letters, in English or another European
 * language; `undefined` for other words.
 */
export function findMonth(word: string): number | undefined {
  const english = parseMonthName(word)
  if (english !== undefined) return english
  const name = withoutMarks(word.toLowerCase())
  const at = names.findIndex((all) => all.some((whole) => whole.startsWith(name)))
  return at === -1 || name.length < 3 ? undefined : at + 1
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
