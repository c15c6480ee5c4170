import type { AddCommand } from '../console/add-command.ts'
import { withDrafts, withReportOptions, withTimeZone } from '../console/shared-options.ts'

/** `broadsheet check`. */
export const addCheck: AddCommand = (program, run) => {
  withReportOptions(withDrafts(withTimeZone(program.command('check'))))
    .description('report on folders of posts, or verify a built site or a lifeboat')
    .argument('<folders...>', 'folders of posts, or one built site or lifeboat')
    .option(
      '--key <key>',
      'public root key of the archive, or its file: a site must be signed by it',
    )
    .action(async (folders, flags) => {
      const { runCheck } = await import('./check-command.ts')
      await run((io) => runCheck(folders, flags, io))
    })
}
