/** A file that may hold the settings of a site. */
export interface SettingsFile {
  /** Path below the site's folder. */
  path: string
  /** The program whose settings these are; absent for Jekyll and Hexo, which use the same name. */
  generator?: 'hugo' | 'zola'
}

/** Where generators keep their settings; the first one that exists counts. */
export const settingsFiles: readonly SettingsFile[] = [
  { path: '_config.yml' },
  { path: '_config.yaml' },
  { path: '_config.toml' },
  { path: 'zola.toml', generator: 'zola' },
  ...['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((base) =>
    ['toml', 'yaml', 'yml', 'json'].map((ending): SettingsFile => ({
      path: `${base}.${ending}`,
      generator: 'hugo',
    })),
  ),
]

/** Where Hugo keeps parts of its settings that are read too, beside those in `config/_default`. */
export const settingsParts: readonly SettingsFile[] = [
  'languages',
  'params',
  'markup',
  'cascade',
].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((ending): SettingsFile => ({
    path: `config/_default/${name}.${ending}`,
    generator: 'hugo',
  })),
)

const names: ReadonlySet<string> = new Set(
  [...settingsFiles, ...settingsParts].map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
)

/** Whether a file may hold the settings of a site or of a section, by its base name. */
export function isSettingsName(name: string): boolean {
  return names.has(name) || name === 'CNAME' || name.startsWith('_index.')
}
