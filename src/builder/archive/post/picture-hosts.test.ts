import { expect, test } from 'vitest'
import { cleanArticle } from '#builder/read/clean/clean-article.ts'
import { countPictureHosts } from './picture-hosts.ts'

test('counts the pictures of a cleaned article by host', () => {
  const { parts } = cleanArticle({
    body:
      '<p><img id=a src="https://b.example/1.png"><a href="#a">x</a> &lt;img src="https://c.example/"</p>' +
      '<img data-src="//a.example/2.png" alt="<img src=https://d.example/>"><img src="https://b.example/3.png">',
    bodyForm: 'html',
  })
  expect(countPictureHosts(parts)).toEqual([
    { host: 'b.example', pictures: 2 },
    { host: 'a.example', pictures: 1 },
  ])
})
