import {
  casesOfChildren,
  linkPerson,
  mergePerson,
  personsOfCase,
  protectPerson,
  putPerson,
  registerPerson,
  searchPersons,
  type ChildOfCase,
  type KnownNumber,
  type Person,
  type PersonInput,
  type RegisteredFacts,
} from './persons.js'
import type { VaultStore } from './reader.js'
import type { Place } from './reference.js'

/** A person of an administration. */
interface PersonOf {
  readonly administration: string
  /** The person's id in their case. */
  readonly id: string
}

/**
 * Who cases are about, from the degree of identity A2 on. Throws as the vault does; `vault-not-found` for a person that
 * the administration does not have.
 */
export class PersonRegister {
  constructor(private readonly storeOf: (administration: string) => VaultStore) {}

  /** Keeps a person in a case; gives the person's id there. */
  async put(person: PersonInput): Promise<string> {
    return await putPerson(this.storeOf(person.administration), person)
  }

  /** Everybody of a case, in the order they were added. */
  async ofCase({ administration, caseId }: Place): Promise<Person[]> {
    return await personsOfCase(this.storeOf(administration), caseId)
  }

  /** Copies a person into another case of the same administration; gives their id there. Can be repeated. */
  async linkCase(to: PersonOf & { caseId: string; relation: string }): Promise<string> {
    return await linkPerson(this.storeOf(to.administration), to)
  }

  /** Gives a person with a temporary id the CPR number that came later; both are kept. Can be repeated. */
  async merge(person: PersonOf & { cprNumber: string }): Promise<void> {
    await mergePerson(this.storeOf(person.administration), person)
  }

  /** Notes whether name and address are protected, and since when. Can be repeated, and told in any order. */
  async protect(person: PersonOf & { isProtected: boolean; on: string }): Promise<void> {
    await protectPerson(this.storeOf(person.administration), person)
  }

  /** Keeps what the register says of a person. Can be repeated. */
  async register(person: PersonOf & RegisteredFacts): Promise<void> {
    await registerPerson(this.storeOf(person.administration), person)
  }

  /** Where a CPR number or temporary id is known, in every administration. Ask after A2 only, and log it. */
  async search(of: { as: string; number: string; practice: boolean }): Promise<KnownNumber[]> {
    return await searchPersons(this.storeOf(of.as), of)
  }

  /** Of many numbers, the real cases of an administration that they are the child of: what else they are is left out. */
  async childrenAmong(of: { as: string; numbers: readonly string[] }): Promise<ChildOfCase[]> {
    return await casesOfChildren(this.storeOf(of.as), of)
  }
}
