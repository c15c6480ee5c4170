import { drawQuantile, type Quantiles } from '../draws.ts'
import { drawPictureAddress } from '../plan/address.ts'
import type { BodyInput } from './body.ts'
import { drawParagraphs } from './paragraphs.ts'

/** Comments below a page; most pages have some, a few are buried under them. */
const comments: Quantiles = [
  [0, 0],
  [0.2, 1],
  [0.5, 12],
  [0.8, 50],
  [0.9, 150],
  [0.99, 420],
  [1, 900],
]

/** A saved page of a portal: a dateline in the article, deep wrappers, and a comment block full of advertising. */
export function writePortalPage(input: BodyInput): string {
  const { facts, random } = input
  const dateline = toDateline(facts.moment)
  const blocks = [
    '<section class="clearfix" id="content" role="main">\n <div class="region region-content">\n  <div class="block" id="block-system-main">\n   <div class="content">',
    `    <div class="node node-article clearfix" id="node-${random.below(99_999)}">`,
    `     <div class="submitted">\n      <span property="dc:date">\n       <a class="username" href="/author/${random.below(90)}">\n        ${facts.author}\n       </a>\n       ${dateline}\n      </span>\n     </div>`,
    `     <h1 class="page-title">\n      ${facts.title}\n     </h1>`,
    `     <img alt="" height="164" src="${drawPictureAddress(random, facts.source)}" width="290"/>`,
    '     <div class="field field-name-body">',
  ]
  for (const paragraph of drawParagraphs(input, 180)) {
    blocks.push(`      <p>\n       ${paragraph}\n       <br/>\n       <br/>\n      </p>`)
    if (random.chance(0.08))
      blocks.push(`      <a href="/node/${random.below(9_999)}">${facts.source.feed}</a>`)
  }
  blocks.push(
    '     </div>',
    ...writeComments(input, dateline),
    '    </div>\n   </div>\n  </div>\n </div>\n</section>',
  )
  return blocks.join('\n')
}

function* writeComments(
  { random, prose, characters }: BodyInput,
  dateline: string,
): Generator<string> {
  const count = Math.min(drawQuantile(random, comments), Math.round(characters / 3))
  yield '     <div class="comment-wrapper" id="comments">'
  for (let at = 0; at < count; at++) {
    yield `      <div class="comment" id="comment-${at}">\n       <span class="submitted">\n        ${dateline}\n       </span>\n       <p>\n        ${prose.paragraph(random, 90)} &lt;a href="https://spam.example/${random.below(9_999)}"&gt;\n        <a href="https://spam${random.below(400)}.example/buy/${random.below(9_999)}" rel="nofollow">\n         ${prose.phrase(random, 8)}\n        </a>\n       </p>\n      </div>`
  }
  yield '     </div>'
}

/** The portal's clock, an hour ahead of UTC: `在 星期三, 03/05/2014 - 09:43 提交`. */
function toDateline(moment: number): string {
  const local = new Date(moment + 3_600_000)
  const [year, month, day] = local.toISOString().slice(0, 10).split('-')
  const weekday = '日一二三四五六'[local.getUTCDay()]
  return `在 星期${weekday}, ${month}/${day}/${year} - ${local.toISOString().slice(11, 16)} 提交`
}
