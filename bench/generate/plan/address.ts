import type { Random } from '../random.ts'
import type { Source } from './archive-plan.ts'

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base36 = 'abcdefghijklmnopqrstuvwxyz0123456789'
const base16 = '0123456789abcdef'

function drawCode(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('')
}

/** Id of a video as the large platform writes it: eleven characters. */
export function drawVideoId(random: Random): string {
  return drawCode(random, base64url, 11)
}

/** Address of a picture on one of the hosts a source uses. */
export function drawPictureAddress(random: Random, { host }: Source): string {
  const server = random.pick(['img', 'cdn', 'assets', 'i0', 'i1'])
  // A few addresses hold characters that should have been encoded.
  const name = random.chance(0.03) ? '截圖 2020' : drawCode(random, base36, 20)
  return `https://${server}.${host}/${2014 + random.below(11)}/${name}-${random.below(9_999)}.jpg`
}

/** Original address of a post; percent-encoded where a source makes addresses of titles. */
export function drawAddress(random: Random, source: Source, title: string): string {
  const server = source.family === 'journal' ? `${random.pick(['www', 'm'])}.` : ''
  return `https://${server}${source.host}/${drawPath(random, source, title)}`
}

function drawPath(random: Random, { family, authors }: Source, title: string): string {
  const slug = encodeURIComponent(title.replaceAll(' ', '-'))
  const year = () => 2014 + random.below(11)
  switch (family) {
    case 'video':
      return `watch?v=${drawVideoId(random)}`
    case 'community':
      return `@author${random.below(authors.length * 3)}/${slug}-bafy${drawCode(random, base36, 40)}`
    case 'blog': {
      const short = slug.slice(0, 198).replace(/%.?$/, '').toLowerCase()
      return `${short}-${drawCode(random, base36, 5)}/`
    }
    case 'magazine':
      return `issue/${year()}/${drawCode(random, base36, 14)}`
    case 'portal':
      return `article/${random.below(100_000_000)}`
    case 'journal':
      return `post/${drawCode(random, base16, 24)}`
    case 'platform':
      return `@writer/${slug}-${drawCode(random, base16, 12)}?source=rss`
  }
}
