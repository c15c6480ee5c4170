import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { builtProgram } from '#builder/testing/built-program.ts'
import { makePostText } from '#testing/make-post.ts'
import { expect, test } from './fixtures.ts'
import { findFreePort, untilAnswered } from './local-server.ts'
import { field, hitBar, marks, rows } from './search-page.ts'

// Words that people write in several ways: signs, ruby, Arabic. A site of its own, so that no other test counts them.

const bodies = {
  'The clock in C': '<p>Pier C keeps the clock, and it is hard to reach.</p>',
  'The clock in C++':
    '<p>Its program was written in C++ and lost by <code>git reset --hard</code>.</p>',
  海の話: `<p>${'港の朝は静かだった。'.repeat(30)}<ruby>灯<rt>とう</rt>台<rt>だい</rt></ruby>の下で待った。</p>`,
  البحر: `<p>${'كان الصباح هادئا. '.repeat(30)}ثم رأى أحمد الـسَّـفِـيـنَـة تدخل المِينَاء.</p>`,
}

const home = mkdtempSync(join(tmpdir(), 'broadsheet-forms-'))
let server: ChildProcess | undefined
let address = ''

test.beforeAll(async () => {
  const posts = join(home, 'harbour', '_posts')
  mkdirSync(posts, { recursive: true })
  for (const [at, [title, body]] of Object.entries(bodies).entries()) {
    const text = makePostText({ title, body, from: null, headTitle: null })
    writeFileSync(join(posts, `2020-01-1${String(at)}-post-${String(at)}.md`), text)
  }
  const out = join(home, 'site')
  const build = [builtProgram, 'build', join(home, 'harbour'), '--out', out]
  const built = spawnSync(process.execPath, build)
  expect(built.status).toBe(0)
  const port = String(await findFreePort())
  address = `http://127.0.0.1:${port}/`
  server = spawn(process.execPath, [builtProgram, 'serve', out, '--port', port])
  await untilAnswered(address)
})

test.afterAll(() => {
  server?.kill()
  rmSync(home, { recursive: true, force: true })
})

/** Types a query anew and presses Enter. */
async function ask(page: Page, query: string): Promise<void> {
  await field(page).fill(query)
  await page.keyboard.press('Enter')
}

/** What is marked in the opened article, as it is written there. */
function listMarked(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('search-hit') ?? [])].map((hit) =>
      hit instanceof Range ? hit.toString() : '',
    ),
  )
}

const titles = (page: Page) => rows(page).getByRole('heading')

test('finds words with signs, ruby and Arabic, and marks them as they are written', async ({
  page,
}) => {
  await page.goto(address)

  await ask(page, 'C++')
  await expect(titles(page)).toHaveText(['The clock in C++'])
  await expect(marks(page)).toHaveText(['C++', 'C++'])
  await ask(page, 'c')
  await expect(titles(page)).toHaveText(['The clock in C'])
  await ask(page, 'c+')
  await expect(titles(page)).toHaveText(['The clock in C++'])

  await ask(page, 'git reset --hard')
  await expect(titles(page)).toHaveText(['The clock in C++'])
  await ask(page, 'hard')
  await expect(titles(page)).toHaveText(['The clock in C++', 'The clock in C'])
  await ask(page, 'clock -git')
  await expect(titles(page)).toHaveText(['The clock in C'])

  await ask(page, '--soft')
  await expect(page.getByRole('main')).toContainText('in title or text: --soft')
  await expect(page.getByRole('main')).not.toContainText('not in title')

  await ask(page, '灯台の下')
  await rows(page).getByRole('link', { name: '海の話' }).click()
  await expect(hitBar(page).getByRole('status')).toHaveText('1 hit')
  expect((await listMarked(page)).join('').replace(/とう|だい/gu, '')).toBe('灯台の下')
  await page.goBack()

  await ask(page, 'احمد السفينه الميناء')
  await expect(marks(page)).toHaveText(['أحمد', 'الـسَّـفِـيـنَـة', 'المِينَاء'])
  await rows(page).getByRole('link', { name: 'البحر' }).click()
  await expect(hitBar(page).getByRole('status')).toHaveText('3 hits')
  expect(await listMarked(page)).toEqual(['أحمد', 'الـسَّـفِـيـنَـة', 'المِينَاء'])
})
