import { countsOfWork, workOf } from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { viewerOf } from '../access/actor.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { Storage } from '../storage/storage.js'
import type { WorkQuery } from './bulk-bodies.js'
import type { workPage } from './bulk-shapes.js'

/** Shows what a member of staff holds, before it is handed over. */
@Injectable()
export class WorkService {
  constructor(
    private readonly storage: Storage,
    private readonly staff: Staff,
  ) {}

  async of(caller: Person, person: string, query: WorkQuery): Promise<z.infer<typeof workPage>> {
    this.staff.mustFind(person)
    const of = { ...query, person, viewer: viewerOf(caller) }
    const [counts, page] = await Promise.all([countsOfWork(this.storage.db, of), workOf(this.storage.db, of)])
    return { person, counts, ...page }
  }
}
