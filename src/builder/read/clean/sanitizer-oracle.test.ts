import { readFileSync } from 'node:fs'
import createDOMPurify from 'dompurify'
import * as fc from 'fast-check'
import { JSDOM, VirtualConsole } from 'jsdom'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  attributesByTag,
  globalAttributes,
  linkUrlPattern,
  mediaUrlPattern,
  urlSafeAttributes,
} from '#core/html/html-policy.ts'
import { findCorpus } from '#testing/make-archive.ts'
import { discoverPosts } from '../discover/discover-posts.ts'
import { parsePost } from '../post/parse-post.ts'
import { toNoscriptPictures } from '#builder/outputs/pages/noscript-pictures.ts'
import { cleanArticle } from './clean-article.ts'

const page = '<!doctype html><body></body>'
// A console of its own swallows what jsdom reports about broken style sheets in the attacks.
const virtualConsole = new VirtualConsole()
const { window } = new JSDOM(page, { virtualConsole })
const purifier = createDOMPurify(window)
const config = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...allowedAttributes],
  ADD_URI_SAFE_ATTR: [...urlSafeAttributes],
  ALLOWED_URI_REGEXP: linkUrlPattern,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
}
const tagNames: ReadonlySet<string> = new Set(allowedTags)
const attributeNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(attributesByTag),
)

function clean(body: string): string[] {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://a.example/b' }).parts
}

function parse(html: string): Element {
  return new window.DOMParser().parseFromString(`<body>${html}`, 'text/html').body
}

/** Finds policy violations in cleaned HTML with an independent parser. */
function findFaults(html: string): string[] {
  const faults: string[] = []
  for (const element of parse(html).querySelectorAll('*')) {
    const tag = element.localName
    if (!tagNames.has(tag)) faults.push(`<${tag}>`)
    for (const { name, value } of element.attributes) {
      const isKnown =
        globalAttributes.includes(name) || attributeNames.get(tag)?.includes(name) === true
      if (!isKnown) faults.push(`${tag} ${name}`)
      if ((name === 'href' || name === 'cite') && !linkUrlPattern.test(value)) faults.push(value)
      if (name === 'src' && !mediaUrlPattern.test(value)) faults.push(value)
      if (name === 'id' && !value.startsWith('user-content-')) faults.push(`#${value}`)
    }
  }
  return faults
}

function toRemovedName(removed: (typeof purifier.removed)[number]): string {
  return 'element' in removed ? removed.element.nodeName : `@${removed.attribute?.name}`
}

/** Lists what the reader's sanitizer still removes or changes, and all policy violations. */
function findUnsettled(html: string): string[] {
  const before = parse(html).innerHTML
  // As nodes, as the reader takes it: written as text, a line break at the beginning of `pre` would be lost when parsed.
  const { innerHTML: after } = purifier.sanitize(html, {
    ...config,
    RETURN_DOM: true,
  }) as Element
  const removed = purifier.removed
    .map((removal) => toRemovedName(removal))
    // The body element is the sanitizer's own wrapper.
    .filter((name) => name !== 'BODY')
  return [...removed, ...(after === before ? [] : [before, after]), ...findFaults(html)]
}

/** Counts the elements in HTML that would run script, in a window with scripts enabled. */
function countScripts(html: string): number {
  const { window } = new JSDOM(page, { runScripts: 'dangerously', virtualConsole })
  const script = `document.body.innerHTML = ${JSON.stringify(html)};
    [...document.querySelectorAll('script, [onerror], [onload], [ontoggle], [onfocus]')].length +
    [...document.querySelectorAll('[href^="javascript:" i], [src^="javascript:" i]')].length`
  return Number(window.eval(script))
}

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<body onload=alert(1)>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<p title="</noscript><script>alert(1)</script>">x</p>',
  '<img src=https://a.example/b.png alt="</noscript><script>alert(1)</script>">',
  '<xmp><p title="</xmp><script>alert(1)</script>"></xmp>',
  '<noembed><img src="</noembed><script>alert(1)</script>"></noembed>',
  '<textarea><img title="</textarea><script>alert(1)</script>"></textarea>',
  '<textarea> ',
  '<textarea> <a>',
  '<title><a title="</title><script>alert(1)</script>"></title>',
  '<select><iframe></select><img src=x onerror=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<plaintext><script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<style>@import "javascript:alert(1)";</style>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="javascript:/a/"><a href="#">x</a>',
  '<table background="javascript:alert(1)"><tr><td style="x:expression(alert(1))">x</table>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
  '<input autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>x</button>',
  '<form action=javascript:alert(1)><input type=submit></form><isindex>',
  '<img src=x:x name=body id=cookie><form name=getElementById><input name=attributes></form>',
  '<p id=__proto__><p id=constructor><a href=#__proto__><a href=#constructor>x</a>',
  '<![CDATA[<img src=x onerror=alert(1)>]]><?xml <img src=x onerror=alert(1)>?>',
  '<!--><img src=x onerror=alert(1)>--><!--!><script>alert(1)</script-->',
  '<a\u0000 href="java\u0000script:alert(1)">x</a><scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<div><a><table><a><p><b><table><b>x</b></table></a></table></a>',
]

describe('S1 attack strings', () => {
  test.each(attacks)('leave nothing to remove: %s', (attack) => {
    expect(
      clean(`<p>before</p>${attack}<p>after</p>`).flatMap((part) => findUnsettled(part)),
    ).toEqual([])
  })

  test('S4 execute nothing, alone or inside noscript, while the raw ones do', () => {
    const raw = attacks.map((attack) => countScripts(attack))
    const cleaned = attacks.map((attack) => countScripts(clean(attack).join('')))
    const wrapped = attacks.map((attack) =>
      countScripts(toNoscriptPictures(clean(attack).join(''))),
    )
    expect(raw.filter((count) => count > 0).length).toBeGreaterThan(15)
    expect([...cleaned, ...wrapped].filter((count) => count > 0)).toEqual([])
  })
})

const names = 'a b p div ul ol li table tr td th caption h1 h3 pre svg math mtext style script img'
const moreNames =
  'iframe noscript form button select option textarea template dl dt dd figure br hr'
const rareNames = 'figcaption details summary ruby rt rp span font title xmp object annotation-xml'
const tag = fc.constantFrom(...`${names} ${moreNames} ${rareNames}`.split(' '))
const attribute = fc.constantFrom(
  '',
  ' id=x',
  ' href=#x',
  ' href=/y',
  ' href=javascript:1',
  ' src=/i.png',
  ' src=//www.youtube.com/embed/NB_-x5x3Gv0',
  ' onerror=alert(1)',
  ' name=x',
  ' style="position:fixed"',
  ' title="</p><!--"',
  " alt='><b>'",
  ' lang=en',
  ' dir=x',
  ' colspan=3',
  ' value=2',
  ' open',
)
const fragment = fc.oneof(
  fc.tuple(tag, attribute, attribute).map((parts) => `<${parts.join('')}>`),
  tag.map((name) => `</${name}>`),
  fc.constantFrom(
    'text',
    ' ',
    '\n',
    '中\n文',
    '&lt;b&gt;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
  ),
)
const soup = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

describe('random tag soup', () => {
  test('S2 leaves nothing for a second sanitizer to remove, and parses back as written', () => {
    fc.assert(
      fc.property(soup, (body) => {
        expect(clean(body).flatMap((part) => findUnsettled(part))).toEqual([])
      }),
      { numRuns: 400, examples: [['<pre></a>\ntext']] },
    )
  })

  test('S2 is cleaned idempotently', () => {
    fc.assert(
      fc.property(soup, (body) => {
        const once = clean(body).join('')
        const twice = clean(once).join('')
        expect(parse(twice).textContent).toBe(parse(once).textContent)
        fc.pre(!once.includes('user-content-'))
        expect(twice).toBe(once)
      }),
      { numRuns: 400 },
    )
  })
})

const corpus = findCorpus()

describe.skipIf(corpus === undefined)(
  'the corpus (skipped if there is none next to the repository)',
  () => {
    let bodies: { body: string; sourceUrl: string | undefined }[] = []

    beforeAll(async () => {
      const { files } = await discoverPosts([corpus ?? ''])
      bodies = files
        .filter((_, at) => at % 40 === 0)
        .map((file) => parsePost(readFileSync(file.path), file).post)
        .filter((post) => post !== undefined)
        .map(({ body, sourceUrl }) => ({ body, sourceUrl }))
    })

    test('S1 leaves nothing for a second sanitizer to remove', () => {
      expect(bodies.length).toBeGreaterThan(100)
      for (const { body, sourceUrl } of bodies) {
        const base = sourceUrl === undefined ? {} : { sourceUrl }
        const { parts } = cleanArticle({ body, bodyForm: 'html', ...base })
        expect(parts.flatMap((part) => findUnsettled(part))).toEqual([])
      }
    })
  },
)
