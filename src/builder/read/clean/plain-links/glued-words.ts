/**
 * In descriptions that lost their line breaks, the first word of the next line is glued to a URL. A Chinese character
 * ends a URL anyway; these rules find the end if Latin letters follow. All of them require evidence in the text after it.
 */

/** Service names that lines begin with: `Facebook: …`, `Telegram群：…`. */
const services =
  'Android|Bilibili|Bitcoin|Blog|Clubhouse|Discord|Ebey|eBay|Ethereum|E-?[Mm]ail|Face[Bb]ook|Github|GitHub|Gmail|Instagram|iOS|Line|Linkedin|' +
  'LinkedIn|Mastodon|Matters|Medium|MeWe|Music|Odysee|Parler|Pay[Pp]a[lI]|Patreon|Podcast|Signal|Skype|Sound[Cc]loud|Spotify|' +
  'Telegram|Tik[Tt]ok|Tumblr|Twitch|Twitter|VK|Website|We[Cc]hat|Weibo|Whats[Aa]pp|You[Tt]ube|IG|FB|TG'
const servicePattern = new RegExp(`(?<=[A-Za-z\\d/#])(?:${services})(?![a-z])`, 'g')

/** Words that English sentences and lines often begin with. */
const starters =
  'About|All|And|Another|Attribution|Buy|Check|Click|Contact|Copyright|Directed|DOCUMENTARY|Domestic|Download|Fair|Follow|For|From|Get|' +
  'Google|Here|How|If|In|iOS|Join|Let|Like|Listen|Live|Music|My|News|Official|On|Or|Other|Our|Please|Produced|Read|See|' +
  'Sign|Some|Source|Stay|Subscribe|Support|Thank|Thanks|The|This|To|Understanding|Use|Video|Visit|Want|Watch|We|What|When|' +
  'Why|Wikipedia|With|You|Your'
const starterPattern = new RegExp(`(?<=[a-z\\d])(?:${starters}|${services})(?:'\\w{1,2})?$`)

/** A capitalized word with a colon, and what shows that it labels a link: `…/workshopsQuestions: a@b.example`. */
const labelPattern = /(?<=[a-z\d])[A-Z][a-z]+:$/
const leadsOn = /^ {0,2}(?:https?:|www\.|\+\d|[\w.+-]{1,40}@[\w-])/i

/** URLs whose last part has a fixed length; further characters are not part of them. */
const fixedLengths: readonly RegExp[] = [
  /^https?:\/\/youtu\.be\/[\w-]{11}(?=[\w-])/i,
  /^https?:\/\/(?:\w+\.)?youtube\.com\/(?:shorts|live|embed)\/[\w-]{11}(?=[\w-])/i,
  /^https?:\/\/(?:\w+\.)?youtube\.com\/channel\/UC[\w-]{22}(?=[\w-])/i,
  /^https?:\/\/[\w.]{1,30}\/[\w/-]{0,40}\?(?:[\w=%.-]{1,60}&){0,4}v=[\w-]{11}(?=[\w-])/i,
  /^https?:\/\/[\w.]{1,30}\/[\w/-]{0,40}\?(?:[\w=%.-]{1,60}&){0,4}list=PL[\w-]{32}(?=[\w-])/i,
  /^https?:\/\/[\w.]{1,30}\/[\w/-]{0,40}\?(?:[\w=%.-]{1,60}&){0,4}si=[\w-]{16}(?=[\w-])/i,
  /^https?:\/\/t\.me\/joinchat\/[\w-]{22}(?=[\w-])/i,
  /^https?:\/\/t\.me\/\+[\w-]{16}(?=[\w-])/i,
]

const domains =
  'com|net|org|edu|gov|info|biz|club|live|world|news|asia|xyz|app|io|me|tv|cc|co|us|uk|cn|tw|hk|jp|de|fr|eu|ca|au'
const gluedDomain = new RegExp(`^[^A-Z]*\\.(?:${domains})(?=[A-Z])`)

/** Returns where the domain of an e-mail address or host ends: `qq.comPayPal` ends before `PayPal`. */
export function toGluedDomainEnd(name: string): number {
  return gluedDomain.exec(name)?.[0].length ?? name.length
}

/**
 * Returns where a URL ends within a run of URL characters.
 * @param after the text after the run, at least a few characters of it.
 */
export function toGluedEnd(run: string, after: string): number {
  const fixed = fixedLengths.map((pattern) => pattern.exec(run)?.[0].length)
  let end = Math.min(run.length, ...fixed.filter((length) => length !== undefined))
  const hostStart = run.indexOf('//') + 2
  const host = /^[^/?#:]*/.exec(run.slice(hostStart))?.[0] ?? ''
  if (hostStart + host.length >= end) return Math.min(end, hostStart + toGluedDomainEnd(host))
  for (const { 0: name, index } of run.matchAll(servicePattern)) {
    if (index <= hostStart + host.length || index >= end) continue
    if (isLineStart(run.slice(index + name.length) + after, run.charAt(index - 1))) end = index
  }
  const label = end === run.length && leadsOn.test(after) && labelPattern.exec(run)
  if (label) end = label.index
  const starter = end === run.length && /^ ?\P{ASCII}|^[ '-]+[A-Za-z]/u.test(after)
  return starter ? (starterPattern.exec(run)?.index ?? end) : end
}

/** Whether a service name begins a line. `rest` is the text after it, `before` the character before it. */
function isLineStart(rest: string, before: string): boolean {
  if (/^ {0,4}(?:[:：→]|https?:)/i.test(rest)) return true
  if (/^[\p{L}\p{N} ]{1,12}[:：]/u.test(rest) && /^ ?\P{ASCII}/u.test(rest)) return true
  return before !== '/' && /^\P{ASCII}/u.test(rest)
}
