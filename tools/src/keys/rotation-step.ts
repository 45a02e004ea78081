import type { Config } from '@brobygger/config'
import type { Say } from '../progress.js'

/** One kind of keys that `npm run keys:rotate` gives new versions. Can be repeated; running processes go on. */
export type RotationStep = (of: {
  readonly config: Config
  readonly keysFile: string
  readonly say: Say
}) => Promise<void>
