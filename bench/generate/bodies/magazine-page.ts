import { drawPictureAddress } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { indent } from './indented.ts'
import { drawParagraphs } from './paragraphs.ts'

/** A saved page of a magazine: font preloads, progressive pictures, subscription form, related posts. */
export function writeMagazinePage(input: BodyInput): string {
  const { facts, random, prose } = input
  const number = 1_000 + random.below(40_000)
  const tags = facts.tags.map((tag) => ` tag-${encodeURIComponent(tag).toLowerCase()}`).join('')
  const blocks = [
    `<article class="post-${number} post type-post hentry${tags}" id="post-${number}">`,
    ` <header class="page-header">\n  <h1 class="page-title">\n   ${facts.title}\n  </h1>\n </header>`,
    ` <div class="entry-content" id="post-${number}-content">`,
    ' <link as="font" crossorigin="anonymous" href="//fonts.example/a.woff" rel="preload" type="font/woff"/>',
    ' <link as="font" crossorigin="anonymous" href="//fonts.example/b.woff" rel="preload" type="font/woff"/>',
    `  <p class="description">\n   ${prose.phrase(random, 30)}\n  </p>`,
    `  <time>\n   Jan ${1 + random.below(28)}rd ${new Date(facts.moment).getUTCFullYear()}\n  </time>`,
    writePicture(input),
  ]
  for (const paragraph of drawParagraphs(input, 190)) {
    blocks.push(`  <p class="js jt ce bc ju b">\n   ${paragraph}\n  </p>`)
    if (random.chance(0.06)) blocks.push(writePicture(input))
    if (random.chance(0.04))
      blocks.push(`  <h2 class="az mr ms">\n   ${prose.phrase(random, 8)}\n  </h2>`)
    if (random.chance(0.005)) blocks.push(writeTable(input))
  }
  blocks.push(' </div>', writeFooter(input), '</article>')
  return blocks.join('\n')
}

function writePicture({ facts, random, prose }: BodyInput): string {
  const address = drawPictureAddress(random, facts.source).replace(
    'https:',
    random.chance(0.06) ? '' : 'https:',
  )
  return indent(
    [
      '<div class="aspectRatioPlaceholder" style="padding-bottom:56.25%;height: 0;">',
      ' <div class="progressiveMedia" data-height="1431" data-width="2160">',
      `  <img alt="" class="progressiveMedia-image" data-src="${address}" src="${address}"/>`,
      ' </div>',
      '</div>',
      `<figure><figcaption class="caption">\n   <p>${prose.phrase(random, 20)}</p>\n  </figcaption></figure>`,
    ],
    2,
  )
}

function writeTable({ random, prose }: BodyInput): string {
  const row = () =>
    `<tr><td>${prose.phrase(random, 4)}</td><td>${random.below(9_999)}</td><td>${random.below(100)}%</td></tr>`
  return `  <table border="1"><tbody>${Array.from({ length: 4 + random.below(20) }, row).join('')}</tbody></table>`
}

function writeFooter({ facts, random, prose }: BodyInput): string {
  const related = Array.from(
    { length: 6 },
    (_, at) =>
      `  <li>\n   <a href="//${facts.source.host}/issue/${random.below(99_999)}">\n    <div style="position:absolute;z-index:${at}">\n    </div>\n    ${prose.phrase(random, 16)}\n   </a>\n  </li>`,
  )
  return [
    ' <form action="/subscribe" method="post">\n  <input name="email" type="email" value=""/>\n  <button class="button" type="submit">\n   OK\n  </button>\n </form>',
    ' <footer class="entry-footer">\n <ul class="related">',
    ...related,
    ' </ul>\n </footer>',
  ].join('\n')
}
