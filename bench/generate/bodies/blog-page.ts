import { drawPictureAddress } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { indent } from './indented.ts'
import { drawParagraphs } from './paragraphs.ts'

const blankPicture =
  'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

/** A saved page of a blog: header, dates in the source's zone, lazy pictures with their `noscript` twins, share buttons. */
export function writeBlogPage(input: BodyInput): string {
  const { facts, random } = input
  const number = 100 + random.below(20_000)
  const tags = facts.tags.map((tag) => ` tag-${encodeURIComponent(tag).toLowerCase()}`).join('')
  return [
    `<article class="post-${number} post type-post status-publish format-standard hentry category-node${tags}" id="post-${number}">`,
    writeHeader(input),
    ' <div class="entry-content">',
    ...writeText(input),
    ' </div>',
    writeShareButtons(input),
    '</article>',
  ].join('\n')
}

function writeHeader({ facts }: BodyInput): string {
  const local = new Date(facts.moment + 8 * 3_600_000).toISOString()
  const [year, month, day] = local.slice(0, 10).split('-').map(Number)
  return indent(
    [
      '<header class="entry-header">',
      ` <h1 class="entry-title">\n   ${facts.title}\n  </h1>`,
      '</header>',
      '<div class="entry-meta">',
      ` <span class="byline"><a href="https://${facts.source.host}/author/${facts.author.length}" rel="author">${facts.author}</a></span>`,
      ` <time class="entry-date published" datetime="${local.slice(0, 19)}+08:00">\n    ${year}年${month}月${day}日\n  </time>`,
      ' <span class="word-count">\n   0 Minutes\n  </span>',
      '</div>',
    ],
    1,
  )
}

function* writeText(input: BodyInput): Generator<string> {
  const { random, prose } = input
  yield `  <ul>\n   <li>\n    <span style="color: #00ccff;">\n     <em>\n      <strong>\n       ${prose.phrase(random, 16)}\n      </strong>\n     </em>\n    </span>\n   </li>\n  </ul>`
  for (const paragraph of drawParagraphs(input, 150)) {
    yield `  <p${random.chance(0.1) ? ' style="text-align: justify;"' : ''}>\n   ${paragraph}\n  </p>`
    if (random.chance(0.09)) yield writeLazyPicture(input)
    if (random.chance(0.04))
      yield `  <h3>\n   <b>\n    ${prose.phrase(random, 10)}\n   </b>\n  </h3>`
    if (random.chance(0.03)) yield `  <pre class="code">\n${prose.phrase(random, 30)}\n  </pre>`
  }
}

function writeLazyPicture({ facts, random }: BodyInput): string {
  const address = drawPictureAddress(random, facts.source)
  const size = 'height="479" width="800"'
  const set = `${address}?w=800 800w, ${address}?w=300 300w, ${address}?w=768 768w`
  return indent(
    [
      `<p>`,
      ` <img alt="" class="aligncenter size-full lazy-image" data-lazy-sizes="(max-width: 800px) 100vw, 800px" data-lazy-src="${address}?resize=800&amp;is-pending-load=1" data-lazy-srcset="${set}" ${size} src="${address}" srcset="${blankPicture}"/>`,
      ` <noscript>`,
      `  <img alt="" class="aligncenter size-full" ${size} sizes="(max-width: 800px) 100vw, 800px" src="${address}" srcset="${set}"/>`,
      ` </noscript>`,
      `</p>`,
    ],
    2,
  )
}

function writeShareButtons({ facts }: BodyInput): string {
  const services = ['twitter', 'facebook', 'telegram', 'email', 'print']
  return indent(
    [
      '<div class="sharedaddy sd-sharing-enabled">',
      ' <h3 class="sd-title">\n   分享\n  </h3>',
      ' <ul>',
      ...services.map(
        (service) =>
          `  <li class="share-${service}">\n    <a class="sd-button" href="${facts.url}?share=${service}&amp;nb=1" rel="nofollow noopener" target="_blank" title="${service}">\n     <span>\n      ${service}\n     </span>\n    </a>\n   </li>`,
      ),
      ' </ul>',
      '</div>',
    ],
    1,
  )
}
