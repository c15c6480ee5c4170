import type { AddCommand } from '../console/add-command.ts'
import { withListenOptions } from '../console/shared-options.ts'

/** `broadsheet serve`. */
export const addServe: AddCommand = (program, run) => {
  withListenOptions(program.command('serve'))
    .description('serve a built site')
    .argument('<folder>', 'folder of the site')
    .action(async (folder, flags) => {
      const { runServe } = await import('./serve-command.ts')
      await run((io) => runServe(folder, flags, io))
    })
}
