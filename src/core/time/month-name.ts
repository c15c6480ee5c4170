import { parseMonthName } from './date-text.ts'

/** Names of the months as other languages than English write them in dates. */
const names = [
  'januar janner janvier enero gennaio janeiro januari января stycznia ocak ledna január ιανουαριου ianuarie tammikuuta січня يناير jaanuar gener जनवरी januara януари јануар sausio janvari janvaris ינואר בינואר มกราคม ژانویه',
  'februar fevrier febrero febbraio fevereiro februari февраля lutego şubat unora február φεβρουαριου helmikuuta лютого فبراير februarie veebruar febrer februara февруари фебруар vasario februaris פברואר בפברואר กุมภาพันธ์ فوریه شباط فيفري',
  'marz mars marzo marco maart марта marca mart brezna március μαρτιου maret maaliskuuta березня مارس martie märts març marts mac मार्च март kovo מרץ במרץ มีนาคม آذار',
  'april avril abril aprile апреля kwietnia nisan dubna április απριλιου huhtikuuta квітня أبريل aprilie aprill अप्रैल aprila април balandžio aprilis אפריל באפריל เมษายน آوریل نيسان أفريل',
  'mai mayo maggio maio mei мая maja mayıs kvetna május μαιου maj toukokuuta травня مايو maig май мај gegužės maijs מאי במאי พฤษภาคม أيار',
  'juni juin junio giugno junho июня czerwca haziran cervna június ιουνιου kesäkuuta червня يونيو iunie juuni juny juna јун юни birželio junijs יוני ביוני มิถุนายน ژوئن حزيران جوان',
  'juli juillet julio luglio julho июля lipca temmuz cervence július ιουλιου heinäkuuta липня يوليو iulie juuli juliol julai जुलाई jula јул юли liepos julijs יולי ביולי กรกฎาคม ژوئیه تموز جويلية',
  'august aout agosto augustus августа sierpnia ağustos srpna augusztus αυγουστου agustus elokuuta серпня أغسطس agost ogos अगस्त август avgust rugpjūčio augusts אוגוסט באוגוסט สิงหาคม أوت غشت',
  'september septembre septiembre settembre setembro сентября wrzesnia eylül zari szeptember σεπτεμβριου syyskuuta вересня سبتمبر septembrie सितंबर septembra септември септембар septembar rugsėjo septembris ספטמבר בספטמבר กันยายน سپتامبر أيلول شتنبر',
  'oktober octobre octubre ottobre outubro октября pazdziernika ekim rijna október οκτωβριου lokakuuta жовтня أكتوبر octombrie oktoober अक्टूबर oktobra октомври октобар oktobar spalio oktobris אוקטובר באוקטובר ตุลาคม اکتبر',
  'november novembre noviembre novembro ноября listopada kasım listopadu νοεμβριου marraskuuta листопада نوفمبر noiembrie नवंबर novembra ноември новембар novembar lapkričio novembris נובמבר בנובמבר พฤศจิกายน نوامبر نونبر',
  'dezember decembre diciembre dicembre dezembro december декабря grudnia aralık prosince δεκεμβριου desember joulukuuta грудня ديسمبر decembrie detsember desembre disember दिसंबर decembra декември децембар decembar gruodžio decembris דצמבר בדצמבר ธันวาคม دسامبر دجنبر',
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
