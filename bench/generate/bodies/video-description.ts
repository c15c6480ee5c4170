import { drawVideoId } from '../plan/address.ts'
import type { BodyInput } from './body.ts'

/** Plain text in one line: the mirror lost the line breaks, so addresses touch the words around them. */
export function writeVideoDescription({ facts, random, prose, characters }: BodyInput): string {
  if (characters < 20) return characters === 0 ? '' : prose.phrase(random, characters)
  let text = prose.paragraph(random, characters * 0.6)
  let left = characters * 0.4
  while (left > 0) {
    const isLink = random.chance(0.55)
    const part = isLink ? drawLink(random) : prose.paragraph(random, Math.min(left, 80))
    left -= part.length
    text += part
  }
  if (random.chance(0.025)) text += drawChapters(random, () => prose.phrase(random, 8))
  if (random.chance(0.012)) text += '*'.repeat(5 + random.below(60))
  if (!random.chance(0.3)) return text
  const second = prose.phrase(random, 3).replaceAll(' ', '')
  return `${text}#${facts.source.feed.replaceAll(' ', '')} #${second}`
}

function drawLink(random: BodyInput['random']): string {
  const id = drawVideoId(random)
  return random.pick([
    `https://youtu.be/${id}`,
    `https://www.youtube.com/watch?v=${id}`,
    `https://pay.example/support?c=${id}&lang=zh`,
    `https://t.example/${id.slice(0, 6)}`,
    `https://shop.example/${id}/?utm_source=video`,
  ])
}

function drawChapters(random: BodyInput['random'], drawName: () => string): string {
  let seconds = 0
  let text = ''
  for (let chapters = 3 + random.below(8); chapters > 0; chapters--) {
    text += `${new Date(seconds * 1000).toISOString().slice(14, 19)} ${drawName()}`
    seconds += 20 + random.below(300)
  }
  return text
}
