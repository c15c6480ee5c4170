// For tests: a run of `images` in a child process that can be killed. See `killed-images.test.ts`.
import { patienceMs } from '#testing/patience.ts'
import { machineClock } from '#builder/ground/fetch/clock.ts'
import { keepPictures } from '#builder/commands/images/keep-pictures.ts'
import { silentProgress } from '#builder/ground/progress.ts'
import { makeLocalNetwork } from './local-network.ts'

const [folder = '', port = ''] = process.argv.slice(2)

await keepPictures(
  {
    folders: [folder],
    retry: false,
    bounds: {
      maxBytes: 1_000_000,
      maxTotalBytes: 1_000_000,
      mostAddresses: 100,
      mostMs: 600_000,
      timeoutMs: patienceMs,
      userAgent: 'Broadsheet/test',
    },
  },
  {
    network: makeLocalNetwork(Number(port)),
    make: (bytes, facts) => Promise.resolve({ ...facts, bytes }),
    clock: machineClock,
    progress: silentProgress,
  },
)
