import {
  caseById,
  eventsOfCase,
  listCases,
  responsibleAt,
  type CaseSummary,
  type Page,
} from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { Problem } from '../http/problem.js'
import { administrationsOf } from '../person/administrations-of.js'
import type { Person } from '../person/caller.js'
import type { caseFileShape } from '../shapes/case.js'
import { titled } from '../shapes/titled.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import type { eventPage, ResponsibleAnswer } from './case-answers.js'
import { CaseAccess } from './case-access.js'
import type { CasesQuery, EventsQuery, ResponsibleQuery } from './case-queries.js'

/** Shows cases. */
@Injectable()
export class CasesService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
  ) {}

  /** Cases that are not hidden from the caller, the latest raised first. */
  async list(caller: Person, query: CasesQuery): Promise<Page<CaseSummary>> {
    const { cursor, limit, stage, unit, administration, responsible, ...filters } = query
    return await listCases(this.storage.db, {
      cursor,
      limit,
      viewer: caller.id,
      filters: {
        ...filters,
        step: stage,
        responsibleUnit: unit,
        responsibleAdministration: administration,
        responsiblePerson: responsible,
      },
    })
  }

  /** A case with everything that belongs to it. */
  async one(caller: Person, caseId: string): Promise<z.infer<typeof caseFileShape>> {
    const file = await caseById(this.storage.db, { caseId })
    if (file === null) throw new Problem('case-unknown')
    if (file.processes.some(process => process.hiddenFrom.includes(caller.id)))
      throw new Problem('conflict-of-interest')
    const { tasks, notes, consents, handovers, bases } = file
    const refs = [
      file.textRef,
      file.closingTextRef,
      ...notes.map(note => note.textRef),
      ...consents.flatMap(consent => [consent.textRef, ...consent.answers.map(answer => answer.textRef)]),
      ...bases.flatMap(basis => [basis.textRef, basis.reviewTextRef]),
      ...handovers.flatMap(handover => [handover.textRef, handover.answerTextRef]),
    ]
    return {
      ...file,
      tasks: tasks.map(titled),
      texts: await openTexts(this.storage, refs, administrationsOf(caller)),
    }
  }

  /** What happened in a case, in the order it was recorded. Contents of documents are fetched one by one. */
  async events(caller: Person, caseId: string, query: EventsQuery): Promise<z.infer<typeof eventPage>> {
    await this.access.of(caseId, caller)
    const page = await eventsOfCase(this.storage.db, { caseId, ...query })
    const refs = page.items.map(({ body }) =>
      body.type !== 'documentAdded' && 'text' in body ? body.text : null,
    )
    return { ...page, texts: await openTexts(this.storage, refs, administrationsOf(caller)) }
  }

  /** Who was responsible at a moment. */
  async responsible(caller: Person, caseId: string, query: ResponsibleQuery): Promise<ResponsibleAnswer> {
    await this.access.of(caseId, caller)
    const at = new Date(query.at ?? Date.now()).toISOString()
    return { caseId, at, responsible: await responsibleAt(this.storage.db, { caseId, at }) }
  }
}
