import type { Random } from '../random.ts'
import type { Source } from './archive-plan.ts'
import type { Family } from './recipe.ts'

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

const paths: Readonly<Record<Family, (random: Random, slug: string, authors: number) => string>> = {
  video: (random) => `watch?v=${drawVideoId(random)}`,
  community: (random, slug, authors) =>
    `@author${random.below(authors * 3)}/${slug}-bafy${drawCode(random, base36, 40)}`,
  blog: (random, slug) =>
    `${slug.slice(0, 198).replace(/%.?$/, '').toLowerCase()}-${drawCode(random, base36, 5)}/`,
  magazine: (random) => `issue/${2014 + random.below(11)}/${drawCode(random, base36, 14)}`,
  portal: (random) => `article/${random.below(100_000_000)}`,
  journal: (random) => `post/${drawCode(random, base16, 24)}`,
  platform: (random, slug) => `@writer/${slug}-${drawCode(random, base16, 12)}?source=rss`,
}

/** Original address of a post; percent-encoded where a source makes addresses of titles. */
export function drawAddress(random: Random, source: Source, title: string): string {
  const { family, host, authors } = source
  const server = family === 'journal' ? `${random.pick(['www', 'm'])}.` : ''
  const slug = encodeURIComponent(title.replaceAll(' ', '-'))
  return `https://${server}${host}/${paths[family](random, slug, authors.length)}`
}
