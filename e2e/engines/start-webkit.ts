import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findFreePort, untilAnswered } from '../local-server.ts'

/** WebKit's driver, on a screen of its own. */
export interface WebKit {
  /** Address that commands go to. */
  address: string
  stop(): Promise<void>
}

/** Starts a screen that nobody sees and, on it, the driver. */
export async function startWebKit(programs: { driver: string; screen: string }): Promise<WebKit> {
  const screen = spawn(
    programs.screen,
    ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  // It writes the number it was given once it can be used.
  const [display] = await once(screen.stdio[3] ?? screen, 'data')
  const port = await findFreePort()
  const env = {
    ...process.env,
    DISPLAY: `:${String(display).trim()}`,
    LANG: 'en_US.UTF-8',
    TZ: 'Pacific/Auckland',
  }
  const driver = spawn(programs.driver, [`--port=${port}`], { stdio: 'ignore', env })
  const address = `http://127.0.0.1:${port}`
  await untilAnswered(`${address}/status`)
  return {
    address,
    async stop() {
      for (const program of [driver, screen]) {
        const ended = once(program, 'exit')
        program.kill()
        await ended
      }
    },
  }
}

/** What a window is opened with: no request leaves the machine, since another host is asked through a port where nothing listens. */
export const capabilities = {
  'webkitgtk:browserOptions': {
    args: ['--automation', '--proxy=http://127.0.0.1:9', '--ignore-host=127.0.0.1'],
  },
}
