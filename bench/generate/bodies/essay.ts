import { drawPictureAddress } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { drawParagraphs } from './paragraphs.ts'

/** Clean HTML in one line, with figures and quotes. */
export function writeEssay(input: BodyInput): string {
  const { facts, random, prose } = input
  let html = random.chance(0.6) ? writeFigure(input) : ''
  for (const paragraph of drawParagraphs(input, 160)) {
    const tag = random.chance(0.08) ? 'blockquote' : 'p'
    html += `<${tag}>${paragraph}</${tag}>`
    if (random.chance(0.1)) html += writeFigure(input)
    if (random.chance(0.05)) html += `<h2>${prose.phrase(random, 9)}</h2>`
    if (random.chance(0.06)) html += '<p><br></p>'
    if (random.chance(0.05)) {
      html += `<p><a href="${facts.url}" rel="noopener noreferrer" target="_blank">${prose.phrase(random, 10)}</a></p>`
    }
  }
  return html
}

function writeFigure({ facts, random, prose }: BodyInput): string {
  const address = drawPictureAddress(random, facts.source)
  const caption = random.chance(0.6) ? prose.phrase(random, 14) : ''
  const picture = random.chance(0.2)
    ? `<picture><source type="image/webp" srcset="${address}.webp" onerror="this.srcset='${address}'"><img src="${address}" srcset="${address}"></picture>`
    : `<img src="${address}" data-asset-id="${random.below(1e9)}" referrerpolicy="no-referrer">`
  return `<figure class="image">${picture}<figcaption><span>${caption}</span></figcaption></figure>`
}
