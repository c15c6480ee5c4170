import { sites as addresses } from '../e2e/sites.ts'
import { readBrowserReport, readUnitReport, type Counts } from './test-reports.ts'

/** One step of the check and, where its tool counts tests, how to read the counts. */
export interface Step {
  name: string
  command: string[]
  counts?: () => Counts
  /** Set for later steps when this one went well. */
  leaves?: Record<string, string>
}

/** Steps one after another; lanes of a stage run side by side. */
export type Lane = Step[]

/** Where tools leave what they counted. */
export const resultsFolder = 'test-results'

const toScript = (name: string, script: string): Step => ({
  name,
  command: ['npm', 'run', '--silent', script],
})

const format = toScript('format', 'check:format')
const lint = toScript('lint', 'check:lint')
const types = toScript('types', 'check:types')
const importRules = toScript('import rules', 'check:imports')
const deadCode = toScript('dead code', 'check:dead-code')

/** Tests of some projects of Vitest: all, or those below some paths. */
function toTestStep(name: string, projects: string[], paths: string[] = []): Step {
  const file = `${resultsFolder}/${name}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name,
    command: [
      'vitest',
      'run',
      ...projects.flatMap((one) => ['--project', one]),
      ...reporters,
      ...paths,
    ],
    counts: () => readUnitReport(file),
  }
}

const toUnitStep = (paths: string[] = []): Step => toTestStep('unit', ['unit', 'apart'], paths)

const corpus = toTestStep('corpus', ['corpus'])

const sites: Step = {
  name: 'sites',
  command: ['tsx', 'e2e/build-sites.ts'],
  // Sites know their addresses.
  leaves: { BROADSHEET_SITES: addresses.ready },
}

const browser: Step = {
  name: 'browser',
  command: ['playwright', 'test'],
  counts: () => readBrowserReport(`${resultsFolder}/browser.json`),
}

/**
 * Every check. Tests start the program, which takes the reader that the build made; the browser's sites take up what the corpus test
 * has built. The first stage is short, because the second waits for the build; lanes of a stage are about as long as each other on two
 * cores.
 */
export const allStages: Lane[][] = [
  [[toScript('build', 'build'), toScript('engines', 'check:engines')], [deadCode]],
  [[toUnitStep()], [lint, types, importRules, format, corpus, sites]],
  [[browser]],
]

/** What is checked in between: everything but the corpus and the browser, and of the unit tests those below some paths. */
export function toQuickStages(paths: string[]): Lane[][] {
  const unit = paths.length > 0 ? [[toUnitStep(paths)]] : []
  return [[[format, importRules, deadCode], [lint, types], ...unit]]
}
