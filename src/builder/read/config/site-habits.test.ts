import { expect, test } from 'vitest'
import { parseSiteConfig } from './parse-site-config.ts'

function readHabits(text: string, file = 'harbour/_config.yml') {
  return parseSiteConfig(Buffer.from(text), file).config.habits
}

const hexo = 'new_post_name: x\npost_asset_folder: true\n'

test.each([
  ['title: Harbour', undefined],
  ['author: Ada Vale', { author: 'Ada Vale' }],
  ['author: {name: Ada Vale, email: a@harbour.example}', { author: 'Ada Vale' }],
  ['plugins: [jekyll-feed, jemoji]', { emoji: true }],
  ['gems: [jemoji]', { emoji: true }],
  ['kramdown: {hard_wrap: true}', { hardBreaks: true }],
  ['kramdown: {hard_wrap: false, input: GFM}', undefined],
  ['commonmark: {options: [HARDBREAKS]}', { hardBreaks: true }],
  [hexo, { hardBreaks: true }],
  [`${hexo}marked: {breaks: false}`, undefined],
  [`${hexo}markdown: {render: {breaks: false}}`, undefined],
  [
    `${hexo}markdown: {breaks: true, plugins: [markdown-it-emoji]}`,
    { hardBreaks: true, emoji: true },
  ],
])('settings of Jekyll and Hexo "%s" say %o', (text, habits) => {
  expect(readHabits(text)).toEqual(habits)
})

test.each([
  ['hugo.toml', 'enableEmoji = true', { emoji: true }],
  ['hugo.toml', '[markup.goldmark.renderer]\nhardWraps = true', { hardBreaks: true }],
  ['hugo.toml', '[params.author]\nname = "Ada Vale"', { author: 'Ada Vale' }],
  [
    'zola.toml',
    '[markdown]\nrender_emoji = true\n[extra]\nauthor = "Ada Vale"',
    { author: 'Ada Vale', emoji: true },
  ],
  ['hugo.yaml', 'enableEmoji: false', undefined],
])('settings of Hugo and Zola in %s "%s" say %o', (name, text, habits) => {
  expect(readHabits(text, `harbour/${name}`)).toEqual(habits)
})

test('of several languages of a site the first is that of its posts', () => {
  const { config } = parseSiteConfig(Buffer.from('language: [zh-CN, en]'), 'harbour/_config.yml')
  expect(config.language).toBe('zh-Hans')
})

test.each([
  ['[taxonomies]\ntag = "tags"\nseries = "series"\nperson = "people"', ['series', 'people']],
  ['[taxonomies]\ncategory = "categories"\nauthor = "authors"', undefined],
  ['taxonomies = [{name = "tags"}, {name = "series"}]', ['series']],
])('settings %j name the further labels %j', (text, taxonomies) => {
  expect(readHabits(text, 'harbour/hugo.toml')?.taxonomies).toEqual(taxonomies)
})
