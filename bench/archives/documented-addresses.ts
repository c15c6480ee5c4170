import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * The addresses that the documentation of Hexo and Hugo gives the posts of an archive with its own settings, by the path
 * of their file; none for other archives. Of Hexo, archives whose file names carry day and title are understood; of Hugo,
 * those without settings.
 */
export function listDocumentedAddresses(folder: string): Map<string, string[]> {
  const config = join(folder, '_config.yml')
  const settings = existsSync(config) ? readFileSync(config, 'utf8') : ''
  if (/^new_post_name: *:year-:month-:day-:title\.md/m.test(settings)) {
    return listHexo(folder, settings)
  }
  return existsSync(join(folder, 'content')) ? listHugo(folder) : new Map()
}

function listHexo(folder: string, settings: string): Map<string, string[]> {
  const [, pattern = ''] = /^permalink: *(\S+)/m.exec(settings) ?? []
  return new Map(
    listFiles(folder).flatMap((file): [string, string[]][] => {
      const [, year, month, day, title] = /(\d{4})-(\d{2})-(\d{2})-(.+)\.md$/.exec(file) ?? []
      if (!file.includes('_posts/') || title === undefined) return []
      const parts: Record<string, string | undefined> = { year, month, day, title }
      const path = pattern.replace(/:(\w+)/g, (same, name: string) => parts[name] ?? same)
      return [[file, [`/${path}`]]]
    }),
  )
}

function listHugo(folder: string): Map<string, string[]> {
  return new Map(
    listFiles(folder).flatMap((file): [string, string[]][] => {
      const [, head = ''] =
        /^(?:---|\+\+\+)\n([^]*?)\n(?:---|\+\+\+)/.exec(readFileSync(join(folder, file), 'utf8')) ??
        []
      if (/^"?draft"?\s*[:=]\s*"?true/im.test(head)) return []
      const read = (key: string) =>
        new RegExp(`^"?${key}"?\\s*[:=]\\s*"?([^"\\n]+)`, 'im').exec(head)?.[1]?.trim()
      const url = read('url')
      const section = file.split('/').slice(1, -1).join('/')
      const name = read('slug') ?? basename(file).replace(/\.\w+$/, '')
      const path = url ?? `${section}/${name.replaceAll(' ', '-')}/`.toLowerCase()
      const aliases = [...head.matchAll(/^ *- *(\/[^\n]+)$/gm)].map(([, alias = '']) => alias)
      return [
        [
          file,
          [
            `/${path.replace(/^\//, '')}`,
            ...(read('aliases') === undefined && !/^aliases:/im.test(head) ? [] : aliases),
          ],
        ],
      ]
    }),
  )
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
}
