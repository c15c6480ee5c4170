import { drawVideoId } from '../plan/address.ts'
import type { Random } from '../random.ts'
import type { BodyInput } from './body.ts'

/** Plain text in one line: the mirror lost the line breaks, so addresses touch the words around them. */
export function writeVideoDescription({ facts, random, prose, characters }: BodyInput): string {
  if (characters === 0) return ''
  if (characters < 20) return prose.phrase(random, characters)
  const parts = [prose.paragraph(random, characters * 0.6)]
  let left = characters * 0.4
  while (left > 0) {
    const part = random.chance(0.55)
      ? drawLink(random)
      : prose.paragraph(random, Math.min(left, 80))
    left -= part.length
    parts.push(part)
  }
  if (random.chance(0.025)) parts.push(drawChapters(random, () => prose.phrase(random, 8)))
  if (random.chance(0.012)) parts.push('*'.repeat(5 + random.below(60)))
  if (random.chance(0.3))
    parts.push(
      `#${facts.source.feed.replaceAll(' ', '')} #${prose.phrase(random, 3).replaceAll(' ', '')}`,
    )
  return parts.join('')
}

function drawLink(random: Random): string {
  const id = drawVideoId(random)
  return random.pick([
    `https://youtu.be/${id}`,
    `https://www.youtube.com/watch?v=${id}`,
    `https://pay.example/support?c=${id}&lang=zh`,
    `https://t.example/${id.slice(0, 6)}`,
    `https://shop.example/${id}/?utm_source=video`,
  ])
}

function drawChapters(random: Random, drawName: () => string): string {
  let seconds = 0
  let text = ''
  for (let chapters = 3 + random.below(8); chapters > 0; chapters--) {
    const minute = String(Math.floor(seconds / 60)).padStart(2, '0')
    text += `${minute}:${String(seconds % 60).padStart(2, '0')} ${drawName()}`
    seconds += 20 + random.below(300)
  }
  return text
}
