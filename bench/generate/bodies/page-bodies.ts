import { drawPictureAddress } from '../plan/address.ts'
import type { PostFacts } from '../plan/post-facts.ts'
import { drawQuantile } from '../random.ts'
import { drawParagraphs, fill, type BodyInput } from './body.ts'

/** A saved page of a blog: dates in the source's zone, lazy pictures with their `noscript` twins, share buttons. */
export function writeBlogPage(input: BodyInput): string {
  const { facts, random, prose } = input
  const { source, author, moment, url } = facts
  const number = 100 + random.below(20_000)
  const local = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)
  const [year, month, day] = local.slice(0, 10).split('-').map(Number)
  const date = `${year}年${month}月${day}日`
  const header = { ...facts, host: source.host, number: author.length, local, date }
  const blocks = [
    `<article class="post-${number} post type-post status-publish format-standard hentry category-node${toTagClasses(facts)}" id="post-${number}">`,
    fill('blogHeader', header),
    ' <div class="entry-content">',
    fill('blogList', { phrase: prose.phrase(random, 16) }),
  ]
  for (const paragraph of drawParagraphs(input, 150)) {
    const style = random.chance(0.1) ? ' style="text-align: justify;"' : ''
    blocks.push(`  <p${style}>\n   ${paragraph}\n  </p>`)
    if (random.chance(0.09)) {
      blocks.push(fill('lazyPicture', { address: drawPictureAddress(random, source) }))
    }
    if (random.chance(0.04)) {
      blocks.push(`  <h3>\n   <b>\n    ${prose.phrase(random, 10)}\n   </b>\n  </h3>`)
    }
    if (random.chance(0.03)) {
      blocks.push(`  <pre class="code">\n${prose.phrase(random, 30)}\n  </pre>`)
    }
  }
  const services = ['twitter', 'facebook', 'telegram', 'email', 'print']
  const buttons = services.map((service) => fill('shareButton', { service, url })).join('\n')
  return [...blocks, ' </div>', fill('shareButtons', { buttons }), '</article>'].join('\n')
}

/** A saved page of a magazine: font preloads, progressive pictures, subscription form, related posts. */
export function writeMagazinePage(input: BodyInput): string {
  const { facts, random, prose } = input
  const number = 1_000 + random.below(40_000)
  const head = {
    number,
    tags: toTagClasses(facts),
    title: facts.title,
    phrase: prose.phrase(random, 30),
    day: 1 + random.below(28),
    year: new Date(facts.moment).getUTCFullYear(),
  }
  const blocks = [fill('magazineHead', head), writeMagazinePicture(input)]
  for (const paragraph of drawParagraphs(input, 190)) {
    blocks.push(`  <p class="js jt ce bc ju b">\n   ${paragraph}\n  </p>`)
    if (random.chance(0.06)) blocks.push(writeMagazinePicture(input))
    if (random.chance(0.04)) {
      blocks.push(`  <h2 class="az mr ms">\n   ${prose.phrase(random, 8)}\n  </h2>`)
    }
    if (random.chance(0.005)) blocks.push(writeTable(input))
  }
  const { host } = facts.source
  const related = Array.from({ length: 6 }, (_, at) => {
    const issue = random.below(99_999)
    return fill('magazineRelated', { host, number: issue, at, phrase: prose.phrase(random, 16) })
  })
  const footer = fill('magazineFooter', { related: related.join('\n') })
  return [...blocks, ' </div>', footer, '</article>'].join('\n')
}

function writeMagazinePicture({ facts, random, prose }: BodyInput): string {
  const picture = drawPictureAddress(random, facts.source)
  const address = picture.replace('https:', random.chance(0.06) ? '' : 'https:')
  return fill('magazinePicture', { address, phrase: prose.phrase(random, 20) })
}

function writeTable({ random, prose }: BodyInput): string {
  const row = () =>
    `<tr><td>${prose.phrase(random, 4)}</td><td>${random.below(9_999)}</td><td>${random.below(100)}%</td></tr>`
  return `  <table border="1"><tbody>${Array.from({ length: 4 + random.below(20) }, row).join('')}</tbody></table>`
}

/** Comments below a page; most pages have some, a few are buried under them. */
const comments = '0:0 0.2:1 0.5:12 0.8:50 0.9:150 0.99:420 1:900'

/** A saved page of a portal: a dateline in the article, deep wrappers, and a comment block full of advertising. */
export function writePortalPage(input: BodyInput): string {
  const { facts, random, prose, characters } = input
  const dateline = toDateline(facts.moment)
  const head = {
    node: random.below(99_999),
    user: random.below(90),
    author: facts.author,
    dateline,
    title: facts.title,
    address: drawPictureAddress(random, facts.source),
  }
  const blocks = [fill('portalHead', head)]
  for (const paragraph of drawParagraphs(input, 180)) {
    blocks.push(`      <p>\n       ${paragraph}\n       <br/>\n       <br/>\n      </p>`)
    if (!random.chance(0.08)) continue
    blocks.push(`      <a href="/node/${random.below(9_999)}">${facts.source.feed}</a>`)
  }
  blocks.push('     </div>', '     <div class="comment-wrapper" id="comments">')
  const count = Math.min(drawQuantile(random, comments), Math.round(characters / 3))
  for (let at = 0; at < count; at++) {
    const comment = {
      at,
      dateline,
      paragraph: prose.paragraph(random, 90),
      page: random.below(9_999),
      host: random.below(400),
      item: random.below(9_999),
      phrase: prose.phrase(random, 8),
    }
    blocks.push(fill('portalComment', comment))
  }
  return [...blocks, fill('portalFoot', {})].join('\n')
}

/** The portal's clock, an hour ahead of UTC: `在 星期三, 03/05/2014 - 09:43 提交`. */
function toDateline(moment: number): string {
  const local = new Date(moment + 3_600_000)
  const [year, month, day] = local.toISOString().slice(0, 10).split('-')
  const weekday = '日一二三四五六'[local.getUTCDay()]
  return `在 星期${weekday}, ${month}/${day}/${year} - ${local.toISOString().slice(11, 16)} 提交`
}

function toTagClasses({ tags }: PostFacts): string {
  return tags.map((tag) => ` tag-${encodeURIComponent(tag).toLowerCase()}`).join('')
}
