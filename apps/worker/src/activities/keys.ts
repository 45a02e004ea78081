import type { AccessLog } from '@brobygger/access-log'
import type { Administration } from '@brobygger/domain/codes'
import { KeysError } from '@brobygger/keys'
import { VaultError, type Vault } from '@brobygger/vault'
import { ApplicationFailure } from '@temporalio/common'
import { entryOfGrant } from './entry-of-grant.js'
import type { KeyActivities } from './types.js'

/** Grants, their end, and envelopes, for the cases of one administration. */
export function keyActivities(of: {
  vault: Vault
  accessLog: AccessLog
  administration: Administration
  practice: boolean
}): KeyActivities {
  const { vault, accessLog, administration, practice } = of
  return {
    // Written down before anybody can read it; a repeat writes the same line once more, under the same request id.
    grant: async request => {
      await accessLog.write([entryOfGrant(request, practice)])
      await told(vault.grant(request))
    },
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
