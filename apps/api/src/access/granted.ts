import type { Allowed, FileFacts } from '@brobygger/access'

/** What the guard granted to whoever asks: the decision, and the facts of the file it is about. */
export interface Granted {
  readonly decision: Allowed
  /** Null for what has no file. */
  readonly file: FileFacts | null
}
