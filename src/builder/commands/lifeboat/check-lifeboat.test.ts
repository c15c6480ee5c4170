import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'

const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({
    title: 'The lamp',
    date: '2020-01-01T08:00:00.000Z',
    body: '<p>The lamp of the wall was lit at nine.</p>',
  }),
}

let written: Promise<string> | undefined

async function writeWhole(): Promise<string> {
  const { out } = await buildTestSite({ posts })
  const path = join(await makeFolder({}), 'whole.html')
  const { err } = await runMain(['lifeboat', out, '--out', path])
  expect(err).toContain('1 post written')
  return readFile(path, 'utf8')
}

/** Checks a lifeboat that was changed. */
async function check(damage: (whole: string) => string) {
  const path = join(await makeFolder({}), 'other.html')
  await writeFile(path, damage(await (written ??= writeWhole())))
  const { code, out, err } = await runMain(['check', path])
  return { code, said: `${out}\n${err}` }
}

/** Replaces the first character of what an element holds, some way in. */
function change(html: string, id: string, at = 40): string {
  const place = html.indexOf('>', html.indexOf(`id="${id}"`)) + at
  return html.slice(0, place) + (html[place] === 'A' ? 'B' : 'A') + html.slice(place + 1)
}

test('a whole lifeboat is whole', async () => {
  const { code, said } = await check((html) => html)
  expect(said).toMatch(/other\.html is whole: 1 post, \d+ files verified/)
  expect(code).toBe(0)
})

describe('L4 is named:', () => {
  test.each([
    [
      'a changed volume',
      (html: string) => change(html, 'broadsheet-volume-2'),
      'volume 2 is damaged: 1 post cannot be shown',
    ],
    [
      'a missing end',
      (html: string) => html.slice(0, html.indexOf('<p id="broadsheet-end"')),
      'it ends before its last part',
    ],
    [
      'a missing volume',
      (html: string) => html.slice(0, html.indexOf('id="broadsheet-volume-2"') + 90),
      'volume 2 is missing: 1 post cannot be shown',
    ],
    [
      'another reader',
      (html: string) => html.replaceAll("'sha256-", "'sha256-AAAA"),
      "the page is not one of Broadsheet's",
    ],
    [
      'another search worker',
      (html: string) => change(html, 'broadsheet-worker'),
      'its reader is not the one of this version',
    ],
    [
      'another search worker, behind a data block in which the known one stands',
      (html: string) => {
        const [, known = ''] = / id="broadsheet-worker">([^<]*)/.exec(html) ?? []
        const decoy = `<script type="application/octet-stream" id="x"> id="broadsheet-worker">${known}</script>`
        return change(html, 'broadsheet-worker').replace('<body>', () => `<body>${decoy}`)
      },
      'its reader is not the one of this version',
    ],
    [
      'another policy',
      (html: string) => html.replace("default-src 'none'; ", ''),
      'its reader is not the one of this version',
    ],
    [
      'a policy of its own before the known one',
      (html: string) =>
        html.replace(
          /(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)/,
          (_, start: string, policy: string, end: string) =>
            `${start}${policy.replace('script-src ', 'script-src https: ')}${end}${start}${policy}${end}`,
        ),
      'its reader is not the one of this version',
    ],
    [
      'the known policy in a comment, and a script of another host before it',
      (html: string) => {
        const start = html.slice(0, html.indexOf('<meta name="viewport"'))
        return html.replace(
          start,
          () => `<!--${start}--><script src="https://x.example/x.js"></script>`,
        )
      },
      'its reader is not the one of this version',
    ],
    [
      'a script beside the reader',
      (html: string) => html.replace('<body>', '<body><script>1</script>'),
      'it holds an inline script',
    ],
    [
      'a handler',
      (html: string) => html.replace('<body>', '<body onload="x()">'),
      'it holds an inline handler',
    ],
    [
      'a page that leads on to another one',
      (html: string) =>
        html.replace('</head>', '<meta http-equiv="refresh" content="0;url=//x.example">$&'),
      'it is not, byte for byte, what this version writes',
    ],
    [
      'a word more in the list of titles',
      (html: string) => html.replace('<ol>', '<ol><li><img src="https://x.example/seen.png">\n'),
      'it is not, byte for byte, what this version writes',
    ],
    [
      'a directory of another version',
      (html: string) => html.replace('{"version":2', '{"version":9'),
      'its directory cannot be read',
    ],
    [
      'a damaged directory',
      (html: string) => html.replace('{"version":2', '{"version"2'),
      'its directory is damaged',
    ],
    [
      'a page without a directory',
      () => '<!doctype html><html><head></head></html>',
      'it has no directory',
    ],
  ])('%s', async (_, damage, sentence) => {
    const { code, said } = await check(damage)
    expect(said).toContain(sentence)
    expect(code).toBe(1)
  })

  test('a file that is not there, in a sentence', async () => {
    const { code, err } = await runMain(['check', join(await makeFolder({}), 'none.html')])
    expect(err).toMatch(/none\.html" cannot be read\. Give a lifeboat/)
    expect(code).toBe(1)
  })

  test('L4 a volume that says it unpacks to less than it does', async () => {
    const { code, said } = await check((html) => html.replace(/"bytes":\d+/, '"bytes":10'))
    expect(said).toMatch(/directory cannot be read|volume 0 is damaged/)
    expect(code).toBe(1)
  })
})
