import type { Payload, PayloadCodec } from '@temporalio/common'
import { decryptPayload, encryptPayload } from './encrypted-payload.js'
import type { KeyRing } from './key-ring.js'
import { CONTRACT, metadataText } from './metadata.js'
import { administrationPurpose, transitPurpose } from './purposes.js'
import { isServerMade } from './server-made.js'

/** On whose behalf payloads are encrypted, and with which keys. */
export interface CodecOptions {
  readonly ring: KeyRing
  /** Id of the administration that encrypts: the sender of contract payloads, the owner of all others. */
  readonly administration: string
}

/**
 * Encrypts everything that Temporal stores: contract payloads with the contract's transit key of this sender, all
 * others with the administration's own key. Lets nothing in that it cannot decrypt.
 *
 * What it does not hide: search attributes, workflow ids, types of workflows, activities and failures, timer names,
 * and that two payloads were made with the same key. Within one key a whole payload may be moved to another place by
 * whoever can write to the engine's database; messages are therefore checked against their case again where they act.
 */
export class BrobyggerCodec implements PayloadCodec {
  constructor(private readonly options: CodecOptions) {}

  /** @throws KeyMissing when a payload belongs to a contract this administration has no key for. */
  async encode(payloads: Payload[]): Promise<Payload[]> {
    const { ring, administration } = this.options
    return payloads.map(payload => {
      const contract = metadataText(payload.metadata, CONTRACT)
      const purpose =
        contract === undefined
          ? administrationPurpose(administration)
          : transitPurpose(contract, administration)
      return encryptPayload(payload, ring.newest(purpose))
    })
  }

  /** @throws PayloadRefused */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map(payload =>
      isServerMade(payload) ? payload : decryptPayload(payload, this.options.ring),
    )
  }
}
