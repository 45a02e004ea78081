export { BrobyggerCodec, type CodecOptions } from './brobygger-codec.js'
export { codecBody, decodePayloads, type CodecBody, type DecodedForUi } from './codec-server.js'
export { senderOf, type Sender } from './contract-sender.js'
export { dataConverter } from './data-converter.js'
export { ensureKeyFile, type KeyNeeds } from './ensure-key-file.js'
export {
  FILE_KEYS_WARNING,
  KeyFileError,
  newKeyVersion,
  type KeyFile,
  type KeyFileErrorCode,
} from './key-file.js'
export { KeyMissing, KeyRing } from './key-ring.js'
export { type Key } from './keys.js'
export { addKeyVersions, retireKeyVersions } from './key-versions.js'
export { type Place } from './place.js'
export { PayloadRefused, type PayloadRefusedCode } from './payload-refused.js'
export { administrationPurpose, MASTER, masterPurpose, transitPurpose, type Purpose } from './purposes.js'
export { rotatePayloadKeys } from './rotate-payload-keys.js'
export { IV_BYTES, open, seal, TAG_BYTES, type SealedBox } from './sealed-box.js'
