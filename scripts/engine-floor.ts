import { listFaults } from './engine-floor/list-faults.ts'

// Fails when the built reader uses what Safari 16.4, Firefox 115 or Chromium 100 lacks: see docs/reader.md.

const faults = listFaults('dist/reader/assets')
for (const fault of faults) console.error(fault)
if (faults.length > 0) {
  console.error(
    `\n${faults.length} names or forms are too young: write them otherwise, or guard them and say so in allowed-names.ts`,
  )
  process.exitCode = 1
}
