import type { AddCommand } from '../console/add-command.ts'
import { parseCountOption } from '../console/parse-options.ts'

/** `broadsheet mirrors`. */
export const addMirrors: AddCommand = (program, run) => {
  program
    .command('mirrors')
    .description('ask the mirrors of a built site for its files, and compare their bytes')
    .argument('<folder>', 'folder of the site')
    .option('--files <number>', 'data files that each is asked for', parseCountOption, 20)
    .option('--timeout <seconds>', 'most time for one file', parseCountOption, 15)
    .action(async (folder, flags) => {
      const { runMirrors } = await import('./mirrors-command.ts')
      await run((io) => runMirrors(folder, flags, io))
    })
}
