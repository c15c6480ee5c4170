import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { builtProgram } from '#builder/testing/built-program.ts'
import { findFreePort, untilAnswered } from './local-server.ts'

const booking = [
  ['en', 'How to book a crossing', 'Write to the office before noon and bring the exact fare.'],
  ['de', 'Eine Überfahrt buchen', 'Schreiben Sie vor Mittag an das Büro und zahlen Sie passend.'],
  ['zh', '怎样预订渡船', '请在中午之前写信给渡口的办公室，并准备好零钱。'],
] as const

const code = '\n\n```python\ndef fare(people):\n    return 3 * people\n```\n'

/** Posts in forms that are rare in other archives, by their files. */
const posts: Readonly<Record<string, string>> = {
  '_posts/ferry-of-1961.md': toPost('The ferry of 1961', 'date: 1961', 'Nobody kept the day.'),
  '_posts/timetable.md': toPost('The winter timetable', 'date: 2019-11', 'Printed each year.'),
  '_posts/half-a-date.md': toPost('Half a date', 'date: 2021-06-07 10:00 Quay time', 'Their own.'),
  '_posts/2022-05-06-lost.md': toPost(
    'What the page lost',
    'date: 2022-05-06T08:00:00Z',
    [
      '<p>A drawing follows.</p>',
      '<svg viewBox="0 0 100 40" role="img"><title>Tide curve</title><text y="9">High water at nine</text></svg>',
      '<p>A picture of dots: <img alt="Three dots" src="data:image/png;base64,AAAA"></p>',
      '<noscript><p>Without scripts the gate stays closed.</p></noscript>',
      '<iframe src="https://gauge.example/widget" title="Water gauge"></iframe>',
    ].join('\n'),
  ),
  '_posts/2022-05-07-board.md': toPost(
    'Notices of spring',
    'date: 2022-05-07T08:00:00Z\nfrom: https://ferry.example/board',
    'The lower quay is closed for painting until the herring come.',
  ),
  '_posts/2022-05-08-notices.md': toPost(
    'Prices from June on',
    'date: 2022-05-08T08:00:00Z\nfrom: https://ferry.example/board',
    'A bicycle costs half a crossing, a goat costs a whole one.',
  ),
  '_posts/2022-05-09-not-yet.md': toPost('Not yet', 'date: 2022-05-09\ndraft: true', 'To be told.'),
  ...Object.fromEntries(
    booking.map(([language, title, text]) => [
      `${language}/_posts/2021-04-05-booking.md`,
      toPost(title, `date: 2021-04-05T10:00:00Z\nlang: ${language}`, text + code),
    ]),
  ),
}

function toPost(title: string, fields: string, body: string): string {
  return `---\ntitle: "${title}"\n${fields}\n---\n${body}\n`
}

/** Builds a site of these posts below a folder and serves it; returns its address and what stops it. */
export async function serveRareSite(
  folder: string,
  more: readonly string[] = [],
): Promise<{ address: string; server: ChildProcess }> {
  const source = join(folder, 'ferry-log')
  for (const [path, text] of Object.entries(posts)) {
    await mkdir(join(source, dirname(path)), { recursive: true })
    await writeFile(join(source, path), text)
  }
  const site = join(folder, 'site')
  const build = [builtProgram, 'build', source, '--out', site, ...more]
  await promisify(execFile)(process.execPath, build)
  const port = await findFreePort()
  const serve = [builtProgram, 'serve', site, '--port', String(port)]
  const server = spawn(process.execPath, serve, { stdio: 'ignore' })
  const base = more[more.indexOf('--base') + 1] ?? '/'
  const address = `http://127.0.0.1:${port}${more.includes('--base') ? base : '/'}`
  await untilAnswered(`${address}manifest.json`)
  return { address, server }
}
