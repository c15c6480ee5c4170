import { drawPictureAddress, drawVideoId } from '../plan/address.ts'
import { drawParagraphs, type BodyInput } from './body.ts'

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

/** An item of a blogging platform's feed: paragraphs, an embedded player, and a tracking pixel. */
export function writeFeedItem(input: BodyInput): string {
  const { random } = input
  let html = ''
  for (const paragraph of drawParagraphs(input, 140)) {
    html += `<p>${paragraph}</p>`
    if (random.chance(0.04)) {
      html += `<iframe src="//www.youtube.com/embed/${drawVideoId(random)}?feature=oembed" width="854" height="480" frameborder="0"><a href="https://platform.example/media/${random.below(1e6)}">media</a></iframe>`
    }
  }
  return `${html}<img src="https://medium.com/_/stat?event=post.clientViewed&referrerSource=full_rss&postId=${random.below(1e9)}" width="1" height="1" alt="">`
}

/** An essay cut from its page: blank paragraphs between, a heading now and then, footnotes at the end. */
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
