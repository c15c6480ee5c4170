import { createRequire } from 'node:module'
import type * as LiquidModule from 'liquidjs'
import type { AddressSettings } from '../site/site-settings.ts'
import { addJekyllFilters } from './jekyll-filters.ts'

const require = createRequire(import.meta.url)

/** Loaded on first use, and only where a post has Liquid in it: few archives have. */
function loadLiquid(): typeof LiquidModule {
  return require('liquidjs') as typeof LiquidModule
}

/** Work that no post needs: characters to parse, units of memory, milliseconds. */
const limits = { parseLimit: 2_000_000, memoryLimit: 20_000_000, renderLimit: 2_000 }
/** Longest output for each character of the source, beyond a first part that is free. */
const growth = 8
const freeOutput = 500_000

/** What a template can see. */
export interface LiquidScope {
  site: Readonly<Record<string, unknown>>
  page: Readonly<Record<string, unknown>>
  settings: AddressSettings
  /** The time of the post, which templates get for `now`. */
  postDate: string
}

/** The tags that Liquid knows and a post must not use: they read other files. */
const fileTags = ['include', 'render', 'layout', 'block']

/**
 * Runs Liquid as Jekyll does, without access to files, prototypes and the clock, and bounded in time, memory and output.
 * @throws any error of the engine: wrong syntax, or a limit that was reached.
 */
export function runLiquid(source: string, { site, page, settings, postDate }: LiquidScope): string {
  const { Liquid } = loadLiquid()
  const engine = new Liquid({
    ownPropertyOnly: true,
    relativeReference: false,
    dynamicPartials: false,
    jekyllWhere: true,
    cache: false,
    templates: {},
    timezoneOffset: 0,
    locale: 'en-US',
    ...limits,
  })
  for (const name of fileTags) delete engine.tags[name]
  addJekyllFilters(engine, settings, postDate)
  const output = String(engine.parseAndRenderSync(source, { site, page }))
  if (output.length > freeOutput + growth * source.length) {
    throw new RangeError('its output is too long')
  }
  return output
}
