import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runMain } from '#builder/testing/run-main.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const notOurs = new Set(['node_modules', '.git', 'dist', 'test-results', 'playwright-report'])

const files = listFiles('')

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (notOurs.has(entry.name)) return []
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

// Example posts are data, not documentation.
const pages = files.filter((path) => path.endsWith('.md') && !/^examples\/[^/]+\//.test(path))

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Text without code blocks, which contain neither prose nor links. */
const withoutBlocks = (text: string): string =>
  text.replace(/^( *)```[^]*?^\1```$/gm, '').replace(/^ {4}.*$/gm, '')

test('the README has at most 1,300 words', () => {
  expect(
    read('README.md')
      .split(/\s+/)
      .filter((word) => word !== '').length,
  ).toBeLessThanOrEqual(1_300)
})

describe.each(pages)('%s', (page) => {
  test('has no line of prose over 100 columns that could be wrapped', () => {
    const long = withoutBlocks(read(page))
      .split('\n')
      .filter((line) => !line.startsWith('|'))
      // Text that cannot be wrapped, such as code and addresses, counts as one character.
      .map((line) => line.replace(/`[^`]*`|\]\([^)]*\)|https?:\S+/g, '`'))
      .filter((line) => line.length > 100)
    expect(long).toEqual([])
  })

  test('links only to files and headings that exist', () => {
    const links = withoutBlocks(read(page)).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)
    const broken = [...links].filter(([, path = '', heading]) => {
      const target = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, target))) return true
      return heading !== undefined && !listHeadings(read(target)).includes(heading)
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })

  test('names only source files that exist', () => {
    const named = read(page).matchAll(/`([\w./-]+\.(?:tsx?|css|tsv))`/g)
    expect([...named].map(([, name = '']) => name).filter((name) => !isThere(name))).toEqual([])
  })
})

function isThere(name: string): boolean {
  return files.some((path) => `/${path}`.endsWith(`/${name}`))
}

function listHeadings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('a decision', () => {
  const decisions = pages
    .filter((page) => /^docs\/decisions\/(?!README)/.test(page))
    .flatMap((page) =>
      read(page)
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.startsWith('**'))
        .map((paragraph) => ({ page, paragraph: paragraph.trim() })),
    )

  test('takes at most five lines', () => {
    expect(decisions.length).toBeGreaterThan(50)
    const long = decisions.filter(({ paragraph }) => paragraph.split('\n').length > 5)
    expect(long).toEqual([])
  })

  test('names only files that exist', () => {
    const lost = decisions.filter(({ paragraph }) => {
      const [, names = ''] = /\(([^()]*)\)$/.exec(paragraph) ?? []
      const named = [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
      return named.length === 0 || !named.every(isThere)
    })
    expect(lost).toEqual([])
  })
})

describe('docs/command-line.md', () => {
  const commands = [
    'build',
    'serve',
    'dev',
    'search',
    'lifeboat',
    'list',
    'check',
    'images',
    'keys',
    'mirrors',
    'publish',
  ]
  const sections = new Map(
    read('docs/command-line.md')
      .split(/^## /m)
      .map((section) => [section.split('\n', 1)[0] ?? '', section]),
  )

  test('has a section for every command', async () => {
    const { out } = await runMain(['--help'])
    const own = [...out.matchAll(/^ {2}(\w+) (?=\[options\])/gm)].map(([, name = '']) => name)
    expect(own.toSorted()).toEqual(commands.toSorted())
    expect([...sections.keys()]).toEqual(expect.arrayContaining(commands))
  })

  test.each(commands)('lists the options of %s with their arguments', async (command) => {
    const { out } = await runMain([command, '--help'])
    const own = [...out.matchAll(/^ {2}(--[a-z-]+(?: <\w+>)?)/gm)].map(([, option = '']) => option)
    const section = sections.get(command) ?? ''
    const items = section.split(/^- /m).filter((item) => item.startsWith('`--'))
    const told = items.flatMap((item) => {
      const [names = ''] = item.split('`:', 1)
      return [...`${names}\``.matchAll(/`(--[^`]+)`/g)].map(([, option = '']) => option)
    })
    expect(told.toSorted()).toEqual(own.toSorted())
  })
})
