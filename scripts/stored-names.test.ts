import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const sources = ['reader', 'article', 'search', 'core', 'contract'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|(?:^|\/)testing\//.test(path))
    .map((path) => ({
      path: `${folder}/${path}`,
      text: readFileSync(`${root}${folder}/${path}`, 'utf8'),
    })),
)

const table = 'reader/storage/stored-names.ts'

/** Names in the table for an area, which is read as text: the reader's types are those of a browser. */
function readTable(area: string): string[] {
  const text = sources.find(({ path }) => path === table)?.text ?? ''
  const [, rows = ''] = new RegExp(`^  ${area}: \\{\\n([^}]+)`, 'm').exec(text) ?? []
  return [...rows.matchAll(/^ +'(.+?)': '\w+',$/gm)].map(([, name = '']) => name)
}

const storedNames = { local: readTable('local'), session: readTable('session') }

test('S25 every name that the reader stores something under is in the table, and no other', () => {
  const used = new Set<string>()
  for (const { path, text } of sources) {
    if (path === table) continue
    for (const [, name = ''] of text.matchAll(/['"`](broadsheet\.[\w.-]+)['"`]/g)) used.add(name)
  }
  const known = Object.values(storedNames).flat()
  expect([...used].toSorted()).toEqual(known.toSorted())
})

test('S25 stores and memories have names from the table, written where they are made', () => {
  const { local, session } = storedNames
  const made = { local: 0, session: 0 }
  for (const { text } of sources) {
    for (const [, key = ''] of text.matchAll(/= buildLocalStore<[\s\S]+?>\(\{\s+key: ([^,]+),/g)) {
      made.local++
      expect([...local.map((name) => `'${name}'`), 'settingsKey']).toContain(key)
    }
    for (const [, name = ''] of text.matchAll(/new EntryMemory<\w+>\(\{\s+name: ([^,]+),/g)) {
      made.session++
      expect(session.map((known) => `'${known}'`)).toContain(name)
    }
  }
  const all = sources.map(({ text }) => text).join('\n')
  expect(made.local).toBe(all.split('= buildLocalStore').length - 1)
  expect(made.session).toBe(all.split('new EntryMemory').length - 1)
})

/** Files that reach a storage of the browser, and which. Each kind here is listed and removed by `data/stored`. */
const reaching: Readonly<Record<string, readonly string[]>> = {
  'reader/app/early/early-language.ts': ['localStorage'],
  'reader/app/early/early-theme.ts': ['localStorage'],
  'reader/app/reload-once.ts': ['sessionStorage'],
  'reader/app/kept-parts.tsx': ['serviceWorker'],
  'reader/data/kept/kept-worker.ts': ['caches', 'serviceWorker'],
  'reader/data/kept/tend-kept.ts': ['serviceWorker'],
  'reader/data/stored/find-stored.ts': [
    'IDBFactory',
    'caches',
    'indexedDB',
    'localStorage',
    'sessionStorage',
  ],
  'reader/data/stored/forget-all.ts': ['IDBFactory'],
  'reader/data/stored/remove-stored.ts': ['caches', 'indexedDB', 'localStorage', 'sessionStorage'],
  'reader/data/stored/size-database.ts': ['openDB'],
  'reader/features/article/place/use-article-place.ts': ['sessionStorage'],
  'reader/features/timeline/use-scroll-place.ts': ['sessionStorage'],
  'reader/one-file/keep-nothing.ts': ['localStorage', 'sessionStorage'],
  'reader/router/scroll-restoration.ts': ['sessionStorage'],
  'reader/service-worker/service-worker.ts': ['caches'],
  'reader/storage/desk/desk-sign.ts': ['localStorage'],
  'reader/storage/desk/open-desk-database.ts': ['openDB'],
  'reader/storage/desk/sign-desk.ts': ['localStorage'],
  'reader/storage/kept/kept-files.ts': ['caches'],
  'reader/storage/live-file/live-file-store.ts': ['indexedDB', 'openDB'],
  'reader/storage/local-store.ts': ['localStorage'],
}

const reach =
  /\b(localStorage|sessionStorage|indexedDB|IDBFactory|openDB|cookieStore|getDirectory|requestFileSystem|openDatabase|SharedWorker)\b|\b(caches)\b(?=[.,)]| in\b|'? in\b)|\.(cookie)\b|navigator\.(serviceWorker)\b|'(serviceWorker)' in/g

test('S25 no other file reaches a storage of the browser', () => {
  const found: Record<string, string[]> = {}
  for (const { path, text } of sources) {
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const names = [...code.matchAll(reach)].map((match) => match.slice(1).find(Boolean) ?? '')
    if (names.length > 0) found[path] = [...new Set(names)].toSorted()
  }
  expect(found).toEqual(reaching)
})
