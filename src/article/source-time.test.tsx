import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SourceTimestamp } from '#core/post/post.ts'
import { loadArticleMessages } from './load-messages.ts'
import { SourceTime } from './source-time.tsx'
import { makeWords } from './words.ts'

const words = makeWords(await loadArticleMessages('en'), 'en')

test.each<[string, SourceTimestamp, string]>([
  [
    'a number recorded by the mirror is shown as a date',
    { text: '1606110758000', origin: 'epochComment' },
    'dateTime="2020-11-23T05:52:38Z">2020-11-23 05:52:38 UTC</time>',
  ],
  [
    'the number itself is shown next to it',
    { text: '1606110758000', origin: 'epochComment' },
    '<bdi>1606110758000</bdi> · Unix time in milliseconds',
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
])('%s', (_, timestamp, shown) => {
  expect(renderToStaticMarkup(<SourceTime timestamp={timestamp} words={words} />)).toContain(shown)
})
