import { expect, test } from 'vitest'
import { findMatches } from '#search/query/find-matches.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { findPosts } from './find-posts.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { SitePosts, type SitePost } from '../built-site/site-posts.ts'

/** One post a kind of writing. */
const bodies: Readonly<Record<string, string>> = {
  code: '<p>The harbour clock was first written in C++, later in C#. A .NET program reads it; <code>git reset --hard</code> once lost it.</p>',
  letter: '<p>Pier C is closed. The net hangs there, dry and hard.</p>',
  ruby: '<p><ruby>灯<rt>とう</rt>台<rt>だい</rt></ruby>の<ruby><rb>海</rb><rb>図</rb><rt>かい</rt><rt>ず</rt></ruby>と<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby><ruby>町<rt>まち</rt></ruby>を歩いた。</p>',
  arabic: '<p>وصلت السفينة إلى المِينَاء. قال أحمد إن الـبـحـر هادئ في ٢٠١٩.</p>',
  persian: '<p>کشتی بزرگ به بندر رسید.</p>',
  north:
    '<p>Ærøs færge sejler til Ålborg med smørkage. Kapitän Böhm aus Łeba kennt die Straße nach Đồng Hới.</p>',
  german: '<p>Frau Boehm grüßt den Kapitaen.</p>',
  apostrophe: '<p>It isn’t O’Hara’s boat. Who’s aboard? L’équipage dort à l’hôtel.</p>',
  plain: '<p>OHara isnt aboard.</p>',
  hyphen: '<p>A co-owner of the light-house paid 12,500 crowns and 3.14 in fees.</p>',
  joined: '<p>The lighthouse and its coowner: 12500 in all, 12 500 again.</p>',
  emoji: '<p>Sailed today 🚢👩🏽‍✈️, all well 👍🏿. Flags: 🇩🇰🇳🇴.</p>',
}

interface FormsSite {
  site: SiteFiles
  nameOf: ReadonlyMap<string, string>
  rows: Map<string, SitePost>
}

async function openForms(): Promise<FormsSite> {
  const { out } = await buildTestSite({
    posts: Object.fromEntries(
      Object.entries(bodies).map(([name, body]) => [
        `harbour/_posts/2020-01-10-${name}.md`,
        makePostText({ title: name, body, from: null, headTitle: null }),
      ]),
    ),
  })
  const site = await SiteFiles.open(out)
  const all = new SitePosts(site)
  const nameOf = new Map<string, string>()
  const rows: FormsSite['rows'] = new Map()
  for (let ordinal = 0; ordinal < site.manifest.timeline.rows; ordinal++) {
    const post = await all.read(ordinal)
    nameOf.set(post.row.id, post.row.title ?? '')
    rows.set(post.row.title ?? '', post)
  }
  return { site, nameOf, rows }
}

async function find({ site, nameOf }: FormsSite, input: string): Promise<string[]> {
  const { hits } = await findPosts(site, parseQuery(input), 100)
  return hits.map(({ id }) => nameOf.get(id) ?? '').toSorted()
}

/** What is looked for, by which query, in which posts it stands. */
const searches: readonly (readonly [what: string, query: string, names: readonly string[]])[] = [
  ['ruby by its base text', '灯台', ['ruby']],
  ['ruby across rubies', '海図と港町', ['ruby']],
  ['no ruby by its reading', 'とう', []],
  ['C++', 'C++', ['code']],
  ['C#', 'c#', ['code']],
  ['C without signs', '"c"', ['letter']],
  ['a half-typed C++', 'c+', ['code']],
  ['.NET', '.NET', ['code']],
  ['net with a dot and without', 'net', ['code', 'letter']],
  ['a flag', 'git reset --hard', ['code']],
  ['a flag alone', '--hard', ['code']],
  ['its word without dashes', 'hard', ['code', 'letter']],
  ['what excludes a word', 'net -pier', ['code']],
  ['what excludes a flag', 'hard -"--hard"', ['letter']],
  ['what excludes a phrase', 'aboard -"who’s aboard"', ['plain']],
  ['Arabic without its points', 'ميناء', []],
  ['Arabic with article, without points', 'الميناء', ['arabic']],
  ['Arabic with points', 'المِينَاء', ['arabic']],
  ['alef without hamza', 'احمد الى', ['arabic']],
  ['a word with tatweel', 'البحر', ['arabic']],
  ['digits of Arabic', '2019', ['arabic']],
  ['Persian from an Arabic keyboard', 'كشتي', ['persian']],
  ['heh for teh marbuta', 'السفينه', ['arabic']],
  ['letters with strokes', 'smorkage leba "dong hoi"', ['north']],
  ['ligatures', 'aeros faerge', ['north']],
  ['sharp s', 'strasse', ['north']],
  ['two letters for dots', 'Boehm', ['german', 'north']],
  ['dots for two letters', 'Böhm', ['german', 'north']],
  ['neither', 'Bohm', ['north']],
  ['two letters within a phrase', '"Kapitaen Boehm aus"', ['north']],
  ['aa for å', 'aalborg', ['north']],
  ['words without their apostrophes', 'oharas isnt', ['apostrophe']],
  ['a name without its apostrophe', 'ohara', ['apostrophe', 'plain']],
  ['a name with it', "O'Hara", ['apostrophe', 'plain']],
  ['what follows an article', 'hotel equipage', ['apostrophe']],
  ['words in one or in two', 'coowner', ['hyphen', 'joined']],
  ['words with a hyphen', 'light-house', ['hyphen', 'joined']],
  ['words with a space', 'light house', ['hyphen']],
  ['a number without commas', '12500', ['hyphen', 'joined']],
  ['a number with commas', '12,500', ['hyphen', 'joined']],
  ['a number with points or apostrophes', "12.500 12'500", ['hyphen', 'joined']],
  ['no number without its point', '314', []],
  ['a number with its point', '3.14', ['hyphen']],
  ['emoji', '🚢', ['emoji']],
  ['emoji of any skin', '👍 👩‍✈️', ['emoji']],
  ['no part of an emoji', '👩', []],
  ['flags', '🇳🇴', ['emoji']],
  ['no flag of the letters between two', '🇰🇳', []],
]

/** Post, query, and what is marked in the post. */
const marked: readonly (readonly [name: string, query: string, written: string])[] = [
  ['ruby', '海図と港町', '海図と港町'],
  ['arabic', 'الميناء', 'المِينَاء'],
  ['arabic', 'البحر', 'الـبـحـر'],
  ['code', 'c++', 'C++'],
  ['code', '--hard', '--hard'],
  ['apostrophe', 'oharas', 'O’Hara’s'],
  ['north', '"kapitaen boehm aus"', 'Kapitän Böhm aus'],
  ['hyphen', '12500', '12,500'],
  ['emoji', '👩‍✈️', '👩🏽‍✈️'],
]

test('finds in a built site what is written in other ways, and marks it as it is written', async () => {
  const forms = await openForms()
  for (const [what, query, names] of searches)
    expect([what, query, await find(forms, query)]).toEqual([what, query, names])
  for (const [name, query, written] of marked) {
    const parsed = parseQuery(query)
    const { hits } = await findPosts(forms.site, parsed, 100)
    expect(hits.find(({ id }) => forms.nameOf.get(id) === name)?.snippet).toContain(written)
    const text = toBodyText(forms.rows.get(name)?.body.parts ?? [])
    const ranges = findMatches(text, parsed.clauses)
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([written])
  }
  // Ruby counts by its base text, and so do excerpts.
  expect(forms.rows.get('ruby')?.row).toMatchObject({
    length: { count: 13, unit: 'characters' },
    excerpt: '灯台の海図と港町を歩いた。',
  })
})
