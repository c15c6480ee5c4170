import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const lines = Array.from({ length: 60 }, (_, at) => `Line ${at + 1} about the tide.`).join('\n\n')

/** Posts of sites of Jekyll and Hugo that link to each other, by their paths. */
const files: Readonly<Record<string, string>> = {
  'pier/_config.yml': 'title: Pier\nurl: https://pier.example\nbaseurl: /log\n',
  'pier/_posts/2020-01-02-tide.md': `---\ntitle: The tide\n---\n${lines}\n\n## High water\n\n${lines}\n`,
  'pier/_posts/2020-02-01-walk.md':
    '---\ntitle: A walk\n---\nAt [high water]({% post_url 2020-01-02-tide %}#high-water), see [the rest](/log/2020/01/02/tide.html) and [a page](/log/about.html).\n',
  'quay/hugo.toml': 'title = "Quay"\nbaseURL = "https://quay.example/"\n',
  'quay/content/log/oar.md':
    '---\ntitle: The oar\ndate: 2020-03-01\naliases: [ /old/oar, /Old-Boats/ ]\n---\nWood, see [a cloth that pulls]({{< ref "sail.md" >}}).\n',
  'quay/content/log/sail.md': '---\ntitle: The sail\ndate: 2020-03-02\n---\nCloth.\n',
}

/** Writes the posts to a folder; returns the folders of both sites. */
export function writeLinkedPosts(folder: string): string[] {
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return [join(folder, 'pier'), join(folder, 'quay')]
}
