import type { AddCommand } from '../console/add-command.ts'
import { parseKeepOption } from '../console/parse-options.ts'

/** `broadsheet lifeboat`. */
export const addLifeboat: AddCommand = (program, run) => {
  program
    .command('lifeboat')
    .description(
      'write a built site, or a list of its posts, and its reader into one HTML file that opens from disk',
    )
    .argument('<folder>', 'folder of the site')
    .requiredOption('--out <file>', 'file to write; must not exist')
    .option('--query <query>', 'only the posts that match, as `list` finds them')
    .option(
      '--pictures <which>',
      'pictures that the archive keeps: none or keep',
      parseKeepOption,
      'keep',
    )
    .action(async (folder, flags) => {
      const { runLifeboat } = await import('./lifeboat-command.ts')
      await run((io) => runLifeboat(folder, { flags, io }))
    })
}
