import type { AddCommand } from '../console/add-command.ts'

/** `broadsheet lifeboat`. */
export const addLifeboat: AddCommand = (program, run) => {
  program
    .command('lifeboat')
    .description('write a built site and its reader into one HTML file that opens from disk')
    .argument('<folder>', 'folder of the site')
    .requiredOption('--out <file>', 'file to write; must not exist')
    .action(async (folder, flags) => {
      const { runLifeboat } = await import('./lifeboat-command.ts')
      await run((io) => runLifeboat(folder, { flags, io }))
    })
}
