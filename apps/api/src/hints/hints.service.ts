import { similarConcerns } from '@brobygger/database'
import type { Municipality } from '@brobygger/domain/organisation'
import { Inject, Injectable } from '@nestjs/common'
import { CaseAccess } from '../cases/case-access.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'
import { MUNICIPALITY } from '../tokens.js'
import type { HintsAnswer } from './hints.controller.js'

/** Tells social workers, and nobody else, that somebody has a like concern. */
@Injectable()
export class HintsService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  async of(caller: Person, caseId: string): Promise<HintsAnswer> {
    await this.access.of(caseId, caller)
    if (!caller.affiliations.some(({ role }) => role === 'socialWorker')) throw new Problem('access-denied')
    const { db } = this.storage
    const own = await db
      .selectFrom('cases')
      .select(['institution', 'age_band as ageBand', 'main_category as mainCategory'])
      .where('id', '=', caseId)
      .executeTakeFirst()
    if (own === undefined) throw new Problem('case-unknown')
    const { institution, ageBand, mainCategory } = own
    const { institutions } = this.municipality
    const area = institutions.find(({ id }) => id === institution)?.district ?? ''
    const inArea = institutions.filter(({ district }) => district === area).map(({ id }) => id)
    const items = await similarConcerns(db, { caseId, institutions: inArea })
    return { caseId, area, ageBand, mainCategory, items }
  }
}
