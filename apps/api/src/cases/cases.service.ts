import { caseById, eventsOfCase, listCases, responsibleAt, type RecordedEvent } from '@brobygger/database'
import { may } from '@brobygger/access'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { viewerOf } from '../access/actor.js'
import { ServerClock } from '../access/clock.js'
import { EntryReaders } from '../access/entry-readers.js'
import { fileOf } from '../access/facts.js'
import { casesNamed, protectedAmong } from '../access/named-at-visits.js'
import { View } from '../access/view.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import type { caseFileShape } from '../shapes/case.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import type { casePage, eventPage, ResponsibleAnswer } from './case-answers.js'
import type { CasesQuery, EventsQuery, ResponsibleQuery } from './case-queries.js'
import { showsWhatItWasFoundBy } from './found-by.js'
import { shownCase } from './shown-case.js'
import { tellingNotWhere } from './telling-not-where.js'
import { shownFile, textRefsOf } from './shown-file.js'

/** Shows cases: each caller what the rules let them see. */
@Injectable()
export class CasesService {
  constructor(
    private readonly storage: Storage,
    private readonly readers: EntryReaders,
    private readonly clock: ServerClock,
  ) {}

  /** Cases that the caller may see, the latest raised first. */
  async list(caller: Person, query: CasesQuery): Promise<z.infer<typeof casePage>> {
    const { cursor, limit, stage, unit, administration, responsible, ...filters } = query
    const page = await listCases(this.storage.db, {
      cursor,
      limit,
      viewer: viewerOf(caller),
      filters: {
        ...filters,
        step: stage,
        responsibleUnit: unit,
        responsibleAdministration: administration,
        responsiblePerson: responsible,
      },
    })
    const now = this.clock.now()
    const items = page.items.flatMap(({ facts, ...row }) => {
      const file = fileOf(facts)
      if (file === null) return []
      const decision = may({ actor: caller, action: 'readCase', target: { file, now } })
      if (!decision.allowed) return []
      const shown = shownCase(row, new View(caller, { decision, file }))
      return showsWhatItWasFoundBy(shown, query) ? [shown] : []
    })
    return { ...page, items }
  }

  /** A case with everything that belongs to it, as far as the caller sees it. */
  async one(caller: Person, caseId: string): Promise<z.infer<typeof caseFileShape>> {
    const file = await caseById(this.storage.db, { caseId })
    if (file === null) throw new Problem('case-unknown')
    const view = View.of(caller)
    const shown = shownFile(file, view, entry => this.readers.shows(view, entry))
    return { ...shown, texts: await openTexts(this.storage, textRefsOf(shown), view.reading) }
  }

  /** What happened in a case, in the order it was recorded. Contents of documents are fetched one by one. */
  async events(caller: Person, caseId: string, query: EventsQuery): Promise<z.infer<typeof eventPage>> {
    const view = View.of(caller)
    const seen = { processes: view.withEvents, entries: view.withEntries }
    const found = await eventsOfCase(this.storage.db, { caseId, seen, ...query })
    const page = { ...found, items: await this.withoutWhereabouts(found.items, view) }
    const refs = page.items.map(({ body }) =>
      body.type !== 'documentAdded' && 'text' in body ? body.text : null,
    )
    return { ...page, texts: await openTexts(this.storage, refs, view.reading) }
  }

  /** The events without those that would tell where somebody of a protected address can be found. */
  private async withoutWhereabouts(events: readonly RecordedEvent[], view: View): Promise<RecordedEvent[]> {
    const shown = view.hidesWhereabouts ? tellingNotWhere(events) : [...events]
    if (view.worksOnIt) return shown
    const hidden = await protectedAmong(
      this.storage.db,
      shown.map(({ body }) => body),
    )
    return shown.filter(({ body }) => !casesNamed(body).some(named => hidden.has(named)))
  }

  /** Who was responsible at a moment; by name in the caller's own administration only. */
  async responsible(caller: Person, caseId: string, query: ResponsibleQuery): Promise<ResponsibleAnswer> {
    const at = new Date(query.at ?? Date.now()).toISOString()
    const found = await responsibleAt(this.storage.db, { caseId, at })
    const isNamed = found !== null && View.of(caller).administrations.includes(found.administration)
    return { caseId, at, responsible: found && { ...found, person: isNamed ? found.person : null } }
  }
}
