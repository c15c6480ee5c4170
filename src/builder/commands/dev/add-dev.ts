import type { AddCommand } from '../console/add-command.ts'
import { parsePagesOption } from '../console/parse-options.ts'
import { pagesHelp, withListenOptions, withSiteOptions } from '../console/shared-options.ts'

/** `broadsheet dev`. */
export const addDev: AddCommand = (program, run) => {
  withListenOptions(withSiteOptions(program.command('dev')))
    .description('build, serve, and rebuild on every change')
    .argument('[folders...]', 'folders of posts (default: the bundled examples)')
    .option(
      '--pages <choice>',
      `${pagesHelp} (default: all, above 1,000 posts none)`,
      parsePagesOption,
    )
    .action(async (folders, flags) => {
      const { runDev } = await import('./dev-command.ts')
      await run((io) => runDev(folders, flags, io))
    })
}
