import type { Administration } from '@brobygger/domain/codes'
import { KeysError } from '@brobygger/keys'
import { VaultError, type Vault } from '@brobygger/vault'
import { ApplicationFailure } from '@temporalio/common'
import type { KeyActivities } from './types.js'

/** Grants, their end, and envelopes, for the cases of one administration. */
export function keyActivities(of: { vault: Vault; administration: Administration }): KeyActivities {
  const { vault, administration } = of
  return {
    grant: request => told(vault.grant(request)),
    revoke: ({ why, ...by }) => told(vault.revoke({ from: administration, by, why })),
    keepOnFile: kept => told(vault.keepOnFile({ ...kept, from: administration })),
    openEnvelope: envelope => told(vault.openEnvelope({ ...envelope, administration })),
    destroyEnvelope: envelope => told(vault.destroyEnvelope({ ...envelope, administration })),
  }
}

/** An outage is tried again; what vault or key store refuse stays refused. */
async function told<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    if (!(error instanceof KeysError || error instanceof VaultError)) throw error
    const { code, message } = error
    const isDown = code === 'keys-unavailable' || code === 'vault-unavailable'
    throw ApplicationFailure.create({ message, type: code, nonRetryable: !isDown })
  }
}
