import type { Assurance } from '@brobygger/domain/codes'

/** How whoever asks proved who they are. */
export interface Login {
  readonly assurance: Assurance
  readonly via: 'session' | 'token' | 'header'
}
