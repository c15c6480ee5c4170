import { drawPictureAddress } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { drawParagraphs } from './paragraphs.ts'

/** An essay cut from its page: paragraphs with blank ones between, a heading now and then, footnotes at the end. */
export function writeReview(input: BodyInput): string {
  const { facts, random, prose } = input
  let html = '<div class="content">    <div class="field"><p class="dropcap">'
  let notes = 0
  for (const paragraph of drawParagraphs(input, 260)) {
    html += `${paragraph}</p><p> </p>`
    if (random.chance(0.05)) html += `<h1>${prose.phrase(random, 10)}</h1>`
    if (random.chance(0.12)) {
      html += `<figure><img src="${drawPictureAddress(random, facts.source)}" alt="" width="1080" height="720"><figcaption>${prose.phrase(random, 16)}</figcaption></figure>`
    }
    if (random.chance(0.04)) html += `<a href="#note${++notes}" name="back${notes}">[${notes}]</a>`
    html += '<p>'
  }
  for (let note = 1; note <= notes; note++) {
    html += `<p id="note${note}"><a href="#back${note}">[${note}]</a> ${prose.sentence(random)}</p>`
  }
  return `${html}</div></div>`
}
