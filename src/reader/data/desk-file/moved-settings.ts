import { defaultSettings, withSetting, type Settings } from '#reader/storage/settings.ts'

/**
 * Which settings a file may change: not those that protect whoever reads, as a file may come from anybody. Every setting is
 * here.
 */
const isMoved: Readonly<Record<keyof Settings, boolean>> = {
  theme: true,
  contrast: true,
  textSize: true,
  measure: true,
  lineHeight: true,
  typeface: true,
  ownFace: true,
  justify: true,
  hyphens: true,
  density: true,
  language: true,
  chineseScript: true,
  listLanguage: true,
  clock: true,
  timelinePictures: false,
  articlePictures: false,
  lastVisit: false,
  markRead: false,
  keepRead: false,
  traces: false,
}

const mostCharacters = 100

const names = Object.keys(isMoved).filter(isSettingName)

function isSettingName(name: string): name is keyof Settings {
  return Object.hasOwn(defaultSettings, name)
}

/** Settings with those of a file in their place, but for what protects whoever reads. What a file does not say stays. */
export function moveSettings(
  settings: Settings,
  file: Readonly<Record<string, unknown>>,
): Settings {
  let moved = settings
  for (const name of names) {
    const value = Object.hasOwn(file, name) ? file[name] : undefined
    const isText = typeof value === 'string' && value.length <= mostCharacters
    if (isMoved[name] && isText) moved = withSetting(moved, name, value)
  }
  return moved
}

/** Puts back what a move has changed, unless it was changed since. */
export function returnSettings(
  now: Settings,
  { before, moved }: { before: Settings; moved: Settings },
): Settings {
  let returned = now
  for (const name of names) {
    if (before[name] === moved[name] || now[name] !== moved[name]) continue
    returned = withSetting(returned, name, before[name])
  }
  return returned
}
