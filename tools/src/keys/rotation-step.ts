import type { Config } from '@brobygger/config'
import type { Say } from '../progress.js'
import type { RotationOptions } from './rotation-options.js'

/** What a rotation works on, and how far it is to go. */
export interface Rotation {
  readonly config: Config
  readonly keysFile: string
  readonly options: RotationOptions
  readonly say: Say
}

/** One kind of keys that `npm run keys:rotate` gives new versions. Can be repeated; running processes go on. */
export type RotationStep = (rotation: Rotation) => Promise<void>
