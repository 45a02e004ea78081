import { ApplicationFailure } from '@temporalio/common'

const messages = {
  'payload-plaintext': 'A payload was not encrypted',
  'payload-malformed': 'An encrypted payload has no readable form',
  'payload-key-unknown': 'A payload is encrypted with a key that this process does not hold',
  'payload-tampered': 'A payload does not fit its key',
  'payload-misplaced': 'A payload belongs to another execution',
  'payload-contract-mismatch': 'A payload belongs to another contract than its key',
} as const

/** Why a payload was refused. */
export type PayloadRefusedCode = keyof typeof messages

/**
 * A payload that was not let in. Says why, never what was in it.
 *
 * It is an application failure of the type by which the SDK tells a caller over Nexus "your input is bad, do not
 * retry". An unknown key may be retried: a rotated key reaches the processes one by one.
 */
export class PayloadRefused extends ApplicationFailure {
  constructor(readonly code: PayloadRefusedCode) {
    super(messages[code], 'PayloadValidationError', code !== 'payload-key-unknown', [code])
  }
}
