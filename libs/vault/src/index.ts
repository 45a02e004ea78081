export type { Draft, DraftInput, DraftKey } from './drafts.js'
export type { Envelope } from './envelopes.js'
export type { GrantInput } from './grants.js'
export type { Json, JsonObject } from './json.js'
export { numbersOf } from './numbers-of.js'
export type { PersonRegister } from './person-register.js'
export type {
  ChildOfCase,
  KnownNumber,
  NewPersonFacts,
  Person,
  PersonAddress,
  PersonFacts,
  PersonInput,
  RegisteredFacts,
} from './persons.js'
export type { VaultStore } from './reader.js'
export { referenceOf, type Place } from './reference.js'
export type { TextInput } from './texts.js'
export { Vault, type DestroyedCase, type Reading } from './vault.js'
export { VaultError, type VaultErrorCode } from './vault-error.js'
