import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common'
import { decryptPayload, encryptPayload, keyIdOf } from './encrypted-payload.js'
import type { KeyRing } from './key-ring.js'
import { CONTRACT, metadataText } from './metadata.js'
import { placeIn } from './place.js'
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
 * others with the administration's own key, each bound to the execution it belongs to. Lets nothing in that it cannot
 * decrypt, or that was moved here from another execution. Over Nexus the SDK knows no execution: the key id alone
 * decides there, and the receiver finds the sender's execution on the message.
 *
 * What it does not hide: search attributes, workflow ids, types of workflows, activities and failures, timer names,
 * and that two payloads were made with the same key. Within one execution a whole payload may be moved to another
 * place by whoever can write to the engine's database; messages are therefore checked again where they act.
 */
export class BrobyggerCodec implements PayloadCodec {
  constructor(private readonly options: CodecOptions) {}

  /** @throws KeyMissing when a payload belongs to a contract this administration has no key for. */
  async encode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const { ring, administration } = this.options
    await ring.refresh()
    const place = placeIn(context)
    return payloads.map(payload => {
      const contract = metadataText(payload.metadata, CONTRACT)
      const purpose =
        contract === undefined
          ? administrationPurpose(administration)
          : transitPurpose(contract, administration)
      return encryptPayload(payload, ring.newest(purpose), place)
    })
  }

  /** @throws PayloadRefused */
  async decode(payloads: Payload[], context?: SerializationContext): Promise<Payload[]> {
    const { ring } = this.options
    await ring.lookFor(payloads.map(keyIdOf))
    const place = placeIn(context)
    return payloads.map(payload => (isServerMade(payload) ? payload : decryptPayload(payload, ring, place)))
  }
}
