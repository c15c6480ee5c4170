import { existsSync } from 'node:fs'
import { measurePresses } from './browser/press-rows.ts'
import { measureBook } from './browser/measure-book.ts'
import { measureOffline } from './browser/measure-offline.ts'
import { measureReader } from './browser/measure-reader.ts'
import { measureSlowPhone } from './lighthouse/slow-phone.ts'
import { measureBuild, measureRebuilds, measureWhole } from './build/measure-builds.ts'
import { measureDesk } from './desk/measure-desk.ts'
import { measureDev } from './build/measure-dev.ts'
import { ratePages } from './lighthouse/rate-pages.ts'
import type { Table } from './report/row.ts'
import { measureLifeboat } from './lifeboat/measure-lifeboat.ts'
import { measureMirrors } from './mirrors/measure-mirrors.ts'
import { measureSearch } from './search/measure-search.ts'
import { measureStory } from './story/measure-story.ts'
import { build, siteOf, type SiteKind, type Task } from './task.ts'

interface Part {
  /** A site that an earlier part or run may have left; built first where it is missing. */
  needs?: SiteKind
  measure: (task: Task) => Promise<Table>
}

/** Parts of the bench in the order of their rows. */
const parts: Readonly<Record<string, Part>> = {
  build: { measure: measureBuild },
  rebuild: { needs: 'plain', measure: measureRebuilds },
  dev: { measure: measureDev },
  whole: { measure: measureWhole },
  browser: { needs: 'plain', measure: measureReader },
  press: { needs: 'whole', measure: measurePresses },
  desk: { measure: measureDesk },
  book: { needs: 'plain', measure: measureBook },
  offline: { needs: 'plain', measure: measureOffline },
  mirrors: { measure: measureMirrors },
  phone: { needs: 'whole', measure: measureSlowPhone },
  lighthouse: { needs: 'whole', measure: ratePages },
  search: { measure: measureSearch },
  lifeboat: { needs: 'search', measure: measureLifeboat },
  story: { needs: 'search', measure: measureStory },
}

export const partNames = Object.keys(parts)

/** Measures one part on one set of posts. @throws Error when there is no such part. */
export async function measurePart(name: string, task: Task): Promise<Table> {
  const part = parts[name]
  if (part === undefined) throw new Error(`there is no part "${name}": ${partNames.join(', ')}`)
  if (part.needs !== undefined && !existsSync(siteOf(task, part.needs))) {
    await build(task, part.needs)
  }
  return part.measure(task)
}
