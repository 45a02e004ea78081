import { AccessLog } from '@brobygger/access-log'
import { knownElsewhere, otherCases, type Match } from '@brobygger/database'
import type { KnownElsewhere } from '@brobygger/domain/tasks'
import { localDate } from '@brobygger/domain/policy'
import type { NewPersonFacts, Person as KnownPerson } from '@brobygger/vault'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { whoAsks } from '../access-log/who-asks.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'

/** The case in which somebody is identified, and who does it. */
export interface Identified {
  readonly caller: Person
  readonly caseId: string
  readonly practice: boolean
}

/** A person of the family as the form has them. */
interface Member {
  readonly id: string
  readonly relation: string
  readonly name: string | null
  readonly cprNumber: string | null
  readonly protectedAddress?: boolean
}

const administration = 'children-and-youth'

/**
 * Who a case is about, once it may be known (degree A2), and who of the family is known elsewhere. Each search is
 * written into the access log before its result is used.
 */
@Injectable()
export class Identity {
  constructor(
    private readonly storage: Storage,
    private readonly accessLog: AccessLog,
  ) {}

  /** Keeps the family's persons in the case, and looks for other cases of the child and of sisters and brothers. */
  async meet(identified: Identified, family: readonly Member[]): Promise<KnownElsewhere[]> {
    for (const member of family) await this.put(identified, member)
    return await this.elsewhere(
      identified,
      family.flatMap(({ relation, cprNumber }) =>
        cprNumber === null ? [] : [{ relation, number: cprNumber }],
      ),
    )
  }

  /** Gives the child with a temporary id its number. Refuses with `number-known` when there is no such child. */
  async assign(
    identified: Identified,
    number: string,
  ): Promise<{ person: string; temporaryId: string; known: KnownElsewhere[] }> {
    const { caseId } = identified
    const persons = await this.storage.vault.persons.ofCase({ administration, caseId })
    const child = persons.find(
      ({ relation, facts }) =>
        relation === 'child' &&
        facts.temporaryId !== null &&
        (facts.cprNumber === null || facts.cprNumber === number),
    )
    const temporaryId = child?.facts.temporaryId
    if (child === undefined || typeof temporaryId !== 'string') throw new Problem('number-known')
    await this.storage.vault.persons.merge({ administration, id: child.id, cprNumber: number })
    const known = await this.elsewhere(identified, [{ relation: 'child', number }])
    return { person: child.id, temporaryId, known }
  }

  /** Keeps the child that a notification names, unless the case has a child already. */
  async keep(identified: Omit<Identified, 'caller'>, child: Member): Promise<void> {
    const { caseId, practice } = identified
    const persons = await this.storage.vault.persons.ofCase({ administration, caseId })
    if (persons.some(({ relation }) => relation === child.relation)) return
    await this.put({ caseId, practice }, child)
  }

  /** Gives the child the number that is theirs, where another one was written down; gives who else is known by it. */
  async correct(identified: Identified, number: string): Promise<KnownElsewhere[]> {
    const { id } = await this.childOf(identified)
    await this.storage.vault.persons.merge({ administration, id, cprNumber: number })
    return await this.elsewhere(identified, [{ relation: 'child', number }])
  }

  /** Protects the child's name and address from today on, as somebody has seen it in the register. */
  async protect(identified: Identified): Promise<void> {
    const { id } = await this.childOf(identified)
    const on = localDate(new Date().toISOString())
    await this.storage.vault.persons.protect({ administration, id, isProtected: true, on })
  }

  private async childOf({ caseId }: Identified): Promise<KnownPerson> {
    const persons = await this.storage.vault.persons.ofCase({ administration, caseId })
    const child = persons.findLast(({ relation }) => relation === 'child')
    if (child === undefined) throw new Problem('not-identified')
    return child
  }

  private async put(
    { caseId, practice }: Omit<Identified, 'caller'>,
    { id, relation, ...rest }: Member,
  ): Promise<void> {
    const facts: NewPersonFacts = {
      name: rest.name,
      cprNumber: rest.cprNumber,
      temporaryId: relation === 'child' && rest.cprNumber === null ? temporaryIdIn(caseId) : null,
      protectedAddress: rest.protectedAddress ?? false,
    }
    await this.storage.vault.persons.put({ administration, caseId, practice, relation, id, facts })
  }

  private async elsewhere(
    identified: Identified,
    numbers: readonly { relation: string; number: string }[],
  ): Promise<KnownElsewhere[]> {
    const { caseId, practice } = identified
    const found = await Promise.all(
      numbers.map(async ({ relation, number }) => {
        const cases = await this.storage.vault.persons.search({ as: administration, number, practice })
        return { relation, cases }
      }),
    )
    const distinct = otherCases({ caseId, found })
    await this.note(identified, distinct)
    return await knownElsewhere(this.storage.db, distinct)
  }

  private async note({ caller, caseId, practice }: Identified, found: readonly Match[]): Promise<void> {
    try {
      await this.accessLog.write([
        {
          requestId: randomUUID(),
          ...whoAsks(caller, caller.login),
          administration,
          action: 'searchPersons',
          outcome: 'allowed',
          refusal: null,
          cases: [caseId, ...found.map(match => match.caseId)],
          process: null,
          purpose: 'identification',
          basis: 'identified',
          fields: ['identity'],
          reason: null,
          practice,
        },
      ])
    } catch (cause) {
      throw new Problem('log-unavailable', { cause, headers: { 'Retry-After': '5' } })
    }
  }
}

/** A child without a number has an id that says nothing and is known in its case only. */
const temporaryIdIn = (caseId: string): string => `midl-${caseId}`
