import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { allowedNames } from './allowed-names.ts'
import { readCompatData, type Feature } from './compat-data.ts'
import { findScriptFaults } from './script-faults.ts'
import { findStyleFaults } from './style-faults.ts'
import { listYoungNames } from './young-names.ts'

/** Gives a function that lists the faults of a built file by its name and text. */
export function makeFaultFinder(): (name: string, code: string) => string[] {
  const { api, css, javascript } = readCompatData()
  const young = listYoungNames(api, javascript['builtins'] as Feature)
  return (name, code) => {
    const faults = name.endsWith('.css')
      ? findStyleFaults(code, css)
      : findScriptFaults(code, young)
    return faults.filter((fault) => !allowedNames.has(fault))
  }
}

/** Faults of all built scripts and style sheets of a folder, each with its file. */
export function listFaults(folder: string): string[] {
  const find = makeFaultFinder()
  const files = readdirSync(folder).filter((name) => /\.(?:css|js)$/.test(name))
  if (files.length === 0) throw new Error(`${folder} holds no built files: run npm run build first`)
  return files.flatMap((name) =>
    find(name, readFileSync(join(folder, name), 'utf8')).map((fault) => `${name}: ${fault}`),
  )
}
