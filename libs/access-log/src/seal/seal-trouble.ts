const messages = {
  'heads-missing': 'Blocks were sealed, but the file with their heads is not there',
  'heads-differ': 'The last published head is not the head of the chain in the database',
  'transactions-went-back':
    'Transactions have lower numbers than those sealed last: the database was restored into a new server',
} as const

export type SealTroubleCode = keyof typeof messages

/** Why nothing may be sealed: sealing on would hide what has happened. */
export class SealTrouble extends Error {
  override readonly name = 'SealTrouble'
  constructor(readonly code: SealTroubleCode) {
    super(messages[code])
  }
}
