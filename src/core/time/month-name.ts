import { parseMonthName } from './date-text.ts'

/** Names of the months as other languages than English write them in dates. */
const names = [
  'januar janner janvier enero gennaio janeiro januari января stycznia ocak ledna január ιανουαριου ianuarie tammikuuta січня يناير',
  'februar fevrier febrero febbraio fevereiro februari февраля lutego şubat unora február φεβρουαριου helmikuuta лютого فبراير',
  'marz mars marzo marco maart марта marca mart brezna március μαρτιου maret maaliskuuta березня مارس',
  'april avril abril aprile апреля kwietnia nisan dubna április απριλιου huhtikuuta квітня أبريل',
  'mai mayo maggio maio mei мая maja mayıs kvetna május μαιου maj toukokuuta травня مايو',
  'juni juin junio giugno junho июня czerwca haziran cervna június ιουνιου kesäkuuta червня يونيو',
  'juli juillet julio luglio julho июля lipca temmuz cervence július ιουλιου heinäkuuta липня يوليو',
  'august aout agosto augustus августа sierpnia ağustos srpna augusztus αυγουστου agustus elokuuta серпня أغسطس',
  'september septembre septiembre settembre setembro сентября wrzesnia eylül zari szeptember σεπτεμβριου syyskuuta вересня سبتمبر',
  'oktober octobre octubre ottobre outubro октября pazdziernika ekim rijna október οκτωβριου lokakuuta жовтня أكتوبر',
  'november novembre noviembre novembro ноября listopada kasım listopadu νοεμβριου marraskuuta листопада نوفمبر',
  'dezember decembre diciembre dicembre dezembro december декабря grudnia aralık prosince δεκεμβριου desember joulukuuta грудня ديسمبر',
].map((all) => all.split(' ').map(withoutMarks))

/**
 * The number (1 to 12) of a month from its name, or at least its first three letters, in English or another
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
