/** Words of the one language that the other spells or says differently. */
const words = {
  id: toWords(
    'bahwa karena bisa berbeda mau coba dicoba mencoba uang kantor resmi besok saat silakan para punya maupun sesuai tim situs rilis dirilis merilis versi kode pustaka dukungan mendukung perbaikan memperbaiki informasi anggota agar sampai tersebut butuh yaitu namun',
  ),
  ms: toWords(
    'bahawa kerana boleh berbeza mahu cuba dicuba mencuba wang pejabat rasmi esok ialah iaitu sahaja awak hendaklah adalah mesti perisian maklumat sokongan menyokong ahli supaya tiada mana-mana pasukan ianya tetapi daripada',
  ),
}

/** Tells Indonesian from Malay by the words that they do not share; `undefined` where a text has as many of both. */
export function tellIndonesian(text: string): 'id' | 'ms' | undefined {
  const found = { id: 0, ms: 0 }
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (words.id.has(word) || word.endsWith('itas')) found.id++
    if (words.ms.has(word) || word.endsWith('iti')) found.ms++
  }
  if (found.id === found.ms) return undefined
  return found.id > found.ms ? 'id' : 'ms'
}

function toWords(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
