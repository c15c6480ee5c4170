import * as v from 'valibot'
import { interfaceLanguages } from '#article/languages/interface-languages.ts'

const themes = ['system', 'light', 'dark', 'sepia', 'time'] as const
const languages = ['auto', ...interfaceLanguages] as const
const chineseScripts = ['written', 'zh-Hans', 'zh-Hant'] as const
const clocks = ['archive', 'utc', 'own', 'source'] as const
const articlePictures = ['load', 'ask', 'off'] as const
const timelinePictures = ['off', 'kept', 'all'] as const
const lastVisits = ['remember', 'forget'] as const
const keepReads = ['off', 'on'] as const
const traces = ['keep', 'none'] as const

/** The values each setting may take, in the order they are offered. */
export const settingValues = {
  theme: themes,
  language: languages,
  chineseScript: chineseScripts,
  clock: clocks,
  articlePictures,
  timelinePictures,
  lastVisit: lastVisits,
  keepRead: keepReads,
  traces,
} as const

/**
 * A setting that only style sheets or code that is loaded later read. Which values it may take, the dialog knows (`look-values.ts`): the first script has
 * no room for them. Any other value is an attribute without a rule and looks like the default.
 */
const word = (plain: string) => v.fallback(v.string(), plain)

const settingsShape = v.object({
  /** `system` follows the operating system; `time` is light by day and dark by night, by the clock of the device. */
  theme: v.fallback(v.picklist(themes), 'system'),
  /** `system`: more only where the operating system asks for it. */
  contrast: word('system'),
  /** Size of article text and rows, in per cent or by name; `medium` is the browser's own size. */
  textSize: word('medium'),
  /** Length of a line of an article. */
  measure: word('medium'),
  /** Distance of the lines of an article. */
  lineHeight: word('medium'),
  typeface: word('serif'),
  /** Name of the font of this device that `own` shows; empty for none. What is no such name (`face-name.ts`) is not shown. */
  ownFace: word(''),
  /** Whether both edges of an article are straight; `auto`: of Chinese and Japanese on wide screens. */
  justify: word('auto'),
  /** Whether words are divided at the ends of lines, in languages that the browser can divide. */
  hyphens: word('off'),
  /** How much room a row of a list takes. */
  density: word('medium'),
  /** Language of the interface; `auto` takes the browser's. */
  language: v.fallback(v.picklist(languages), 'auto'),
  /** Script in which Chinese articles and rows are shown; `written` leaves them as they are. */
  chineseScript: v.fallback(v.picklist(chineseScripts), 'written'),
  /** BCP 47 language that lists are shown in; empty for all. Addresses of lists carry it. */
  listLanguage: v.fallback(
    v.pipe(v.string(), v.regex(/^(?:[a-z]{1,8}(?:-[a-z\d]{1,8}){0,4})?$/i)),
    '',
  ),
  /** Whose clock tells days and times: the archive's, UTC, this device's, or that of each post's source. */
  clock: v.fallback(v.picklist(clocks), 'archive'),
  /**
   * Which pictures timeline rows show: none, those that the archive keeps, or also those of other hosts, each a request
   * to its host. Was a boolean once; `true` asked for all.
   */
  timelinePictures: v.fallback(
    v.union([
      v.picklist(timelinePictures),
      v.pipe(
        v.literal(true),
        v.transform(() => 'all' as const),
      ),
    ]),
    'kept',
  ),
  /**
   * `load`: lazy-loaded as they scroll near; `ask`: a placeholder of the same size, loaded on click; `off`: a small
   * placeholder, loaded on click.
   */
  articlePictures: v.fallback(v.picklist(articlePictures), 'load'),
  /** Whether this browser keeps what was the newest post of the last visit. */
  lastVisit: v.fallback(v.picklist(lastVisits), 'remember'),
  /** When an article counts as read by itself: never, once it was opened, or once it was read to its end. */
  markRead: word('opened'),
  /** Whether articles that are read stay on this device, to be read again without a network. */
  keepRead: v.fallback(v.picklist(keepReads), 'off'),
  /** `none`: nothing of what is read, searched or opened stays in this browser, but the settings themselves. */
  traces: v.fallback(v.picklist(traces), 'keep'),
})

/** A reader's settings in this browser. */
export type Settings = v.InferOutput<typeof settingsShape>

/** Whose clock tells days and times. */
export type ClockSetting = Settings['clock']

/** The default settings. */
export const defaultSettings: Settings = v.parse(settingsShape, {})

/** Parses stored settings. Anything broken, missing or of another version falls back to its default. */
export function parseSettings(stored: string | null): Settings {
  if (stored === null) return defaultSettings
  try {
    const result = v.safeParse(settingsShape, JSON.parse(stored))
    return result.success ? result.output : defaultSettings
  } catch (error) {
    if (error instanceof SyntaxError) return defaultSettings
    throw error
  }
}

/** Settings with one value changed; a value that is not offered becomes the default. */
export function withSetting(settings: Settings, name: keyof Settings, value: string): Settings {
  return v.parse(settingsShape, { ...settings, [name]: value })
}
