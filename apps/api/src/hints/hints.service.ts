import { similarConcerns } from '@brobygger/database'
import type { Municipality } from '@brobygger/domain/organisation'
import { Inject, Injectable } from '@nestjs/common'
import { Problem } from '../http/problem.js'
import { Storage } from '../storage/storage.js'
import { MUNICIPALITY } from '../tokens.js'
import type { HintsAnswer } from './hints-answer.js'

/** Tells social workers, and nobody else, that somebody has a like concern. */
@Injectable()
export class HintsService {
  constructor(
    private readonly storage: Storage,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  async of(caseId: string): Promise<HintsAnswer> {
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
