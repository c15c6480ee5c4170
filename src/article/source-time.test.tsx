import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SourceTimestamp } from '#core/post/post.ts'
import { loadArticleMessages } from './load-messages.ts'
import { SourceTime } from './source-time.tsx'
import { makeWords } from './words.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')

function render(timestamp: SourceTimestamp, publishedAt = '2020-08-30T21:56:11Z'): string {
  return renderToStaticMarkup(
    <SourceTime timestamp={timestamp} publishedAt={publishedAt} words={words} />,
  )
}

test.each<[string, SourceTimestamp, string]>([
  [
    'a number recorded by the mirror is shown as a date',
    { text: '1606110758000', origin: 'epochComment' },
    'dateTime="2020-11-23T05:52:38Z">2020-11-23 05:52:38 UTC</time>',
  ],
  [
    'it is labelled as the mirror’s record, not the source’s',
    { text: '1606110758000', origin: 'epochComment' },
    '<dt>Mirror’s record</dt>',
  ],
  [
    'a number that is not a valid time is shown as is',
    { text: '99999999999999999', origin: 'epochComment' },
    '<bdi>99999999999999999</bdi></span>',
  ],
  [
    'a time may break only between date and clock time',
    { text: '2020-07-07T02:26:29+01:00', origin: 'frontMatter' },
    '<bdi>2020-07-07T<wbr/>02:26:29+01:00</bdi>',
  ],
  [
    'a clock without an offset keeps its own lines',
    { text: '30/08/2020 - 22:43', origin: 'dateline' },
    '<bdi>30/08/2020 - 22:43</bdi></span><span class="article-time-note">printed in the article',
  ],
])('%s', (_, timestamp, shown) => {
  expect(render(timestamp)).toContain(shown)
})

test('the same instant on the source’s clock takes one line', () => {
  expect(render({ text: '2020-08-30T23:56:11+02:00', origin: 'frontMatter' })).toBe(
    '<div class="article-time-same"><dt>Source’s own time</dt><dd><span class="article-time-exact">' +
      '<bdi>2020-08-30T<wbr/>23:56:11+02:00</bdi></span> the same instant</dd></div>',
  )
})

test('the same instant in the mirror’s record takes one line, without the number', () => {
  expect(render({ text: '1598824571000', origin: 'epochComment' })).toBe(
    '<div class="article-time-same"><dt>Mirror’s record</dt><dd>the same instant</dd></div>',
  )
})

test('another number of the mirror’s stays out of sight as well', () => {
  expect(render({ text: '1606110758000', origin: 'epochComment' })).not.toContain('1606110758000')
})
