import { expect, test } from 'vitest'
import { dropInlineTags } from './inline-tags.ts'

test.each([
  ['Rain <em>at last</em>', 'Rain at last'],
  ['<b>One</b>, <i class="x">two</i>', 'One, two'],
  ['A <a href="https://a.example/"><b>harbour</b></a> wall', 'A harbour wall'],
  ['Two<br>lines<br/>here', 'Two lines here'],
  ['H<sub>2</sub>O and x<sup>10</sup>', 'H₂O and x¹⁰'],
  ['10<sup>-3 m</sup>', '10^-3 m'],
  ['The 1<sup>st</sup> day', 'The 1st day'],
  ['<ruby>海図<rp>(</rp><rt>かいず</rt><rp>)</rp></ruby>の話', '海図の話'],
  ['What is the <b> tag?', 'What is the <b> tag?'],
  ['Vec<T> and Map<K, V>', 'Vec<T> and Map<K, V>'],
  ['a < b and c > d', 'a < b and c > d'],
  ['<h2 class="x">All <i>of</i> it</h2>', 'All of it'],
  ['<p>One</p> and <p>two</p>', '<p>One</p> and <p>two</p>'],
  ['A <img src="/w.gif" alt="wave"> breaks', 'A wave breaks'],
  ['The <img> element', 'The <img> element'],
  ['<script>x</script>', '<script>x</script>'],
  ['I <3 <em>tides</em>', 'I <3 tides'],
])('%s becomes %s', (title, text) => {
  expect(dropInlineTags(title)).toBe(text)
})
