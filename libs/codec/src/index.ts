export { BrobyggerCodec, type CodecOptions } from './brobygger-codec.js'
export { codecBody, decodePayloads, type CodecBody, type DecodedForUi } from './codec-server.js'
export { senderOf } from './contract-sender.js'
export { dataConverter } from './data-converter.js'
export { ensureKeyFile, type KeyNeeds } from './ensure-key-file.js'
export {
  FILE_KEYS_WARNING,
  KeyFileError,
  newKeyVersion,
  type KeyFile,
  type KeyFileErrorCode,
} from './key-file.js'
export { KeyMissing, KeyRing, type Key } from './key-ring.js'
export { addKeyVersions, retireKeyVersions } from './key-versions.js'
export { PayloadRefused, type PayloadRefusedCode } from './payload-refused.js'
export { administrationPurpose, MASTER, masterPurpose, transitPurpose, type Purpose } from './purposes.js'
export { IV_BYTES, open, seal, TAG_BYTES, type SealedBox } from './sealed-box.js'
