/** Names of the days of the week as dates are written with, without marks, whole and short. */
const names: ReadonlySet<string> = new Set(
  (
    'sonntag montag dienstag mittwoch donnerstag freitag samstag sonnabend so mo di mi do fr sa ' +
    'dimanche lundi mardi mercredi jeudi vendredi samedi dim lun mar mer jeu ven sam ' +
    'domingo lunes martes miercoles jueves viernes sabado dom mie jue vie sab ' +
    'domenica lunedi martedi mercoledi giovedi venerdi sabato gio ' +
    'segunda-feira terca-feira quarta-feira quinta-feira sexta-feira segunda terca quarta quinta sexta feira ' +
    'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag zo ma wo vr za ' +
    'sondag mandag tirsdag onsdag torsdag fredag lordag lørdag tisdag ' +
    'воскресенье понедельник вторник среда четверг пятница суббота вс пн вт ср чт пт сб ' +
    'неділя понеділок вівторок середа четвер пʼятниця субота нд ' +
    'niedziela poniedziałek poniedzialek wtorek sroda czwartek piatek sobota nd pn wt sr czw pt sob ' +
    'pazar pazartesi salı carsamba persembe cuma cumartesi ' +
    'nedele pondeli utery streda ctvrtek patek ne po ut st ct pa ' +
    'sunnuntai maanantai tiistai keskiviikko torstai perjantai lauantai ma ti ke to pe la su ' +
    'duminica luni marti miercuri joi vineri sambata ' +
    'minggu senin selasa rabu kamis jumat sabtu'
  )
    .split(' ')
    .map(withoutMarks),
)
const english = /^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}$/i

/** Whether a word names a day of the week, in English or another language. */
export function isWeekdayName(word: string): boolean {
  return english.test(word) || names.has(withoutMarks(word.toLowerCase()))
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
