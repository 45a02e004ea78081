import { AccessLog } from '@brobygger/access-log'
import type { KnownElsewhere } from '@brobygger/domain/tasks'
import type { NewPersonFacts } from '@brobygger/vault'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { whoAsks } from '../access-log/who-asks.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'
import { knownElsewhere, type Match } from './known-elsewhere.js'

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
    for (const { id, relation, ...rest } of family) {
      const facts: NewPersonFacts = {
        name: rest.name,
        cprNumber: rest.cprNumber,
        temporaryId:
          relation === 'child' && rest.cprNumber === null ? temporaryIdIn(identified.caseId) : null,
        protectedAddress: rest.protectedAddress ?? false,
      }
      const { caseId, practice } = identified
      await this.storage.vault.persons.put({ administration, caseId, practice, relation, id, facts })
    }
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

  private async elsewhere(
    identified: Identified,
    numbers: readonly { relation: string; number: string }[],
  ): Promise<KnownElsewhere[]> {
    const { caseId, practice } = identified
    const found = await Promise.all(
      numbers.map(async ({ relation, number }) => {
        const known = await this.storage.vault.persons.search({ as: administration, number, practice })
        return known.map((match): Match => ({
          caseId: match.caseId,
          relation: relation === 'child' ? 'sameChild' : 'sibling',
        }))
      }),
    )
    // A case of the same child is no sibling's, although the mother is in it, too.
    const others = found.flat().filter(match => match.caseId !== caseId)
    const same = new Set(others.flatMap(match => (match.relation === 'sameChild' ? [match.caseId] : [])))
    const matches = others.filter(
      ({ caseId: other, relation }) => relation === 'sameChild' || !same.has(other),
    )
    const distinct = [...new Map(matches.map(match => [match.caseId, match])).values()]
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
