import { servedBy } from '@brobygger/access'
import type { Administration } from '@brobygger/domain/codes'
import { Injectable } from '@nestjs/common'
import { Staff } from '../person/staff.js'
import type { View } from './view.js'

/** Tells whose notes and documents are shown to whom. */
@Injectable()
export class EntryReaders {
  constructor(private readonly staff: Staff) {}

  /** Whether an entry is of a unit whose entries are shown: of the unit where its author works in its administration. */
  shows(view: View, entry: { administration: Administration; by: string | null }): boolean {
    const own = this.staff.find(entry.by ?? '')?.affiliations ?? []
    const units = own
      .filter(({ administration }) => administration === entry.administration)
      .map(({ unit }) => unit)
    return view.withEntries.some(
      place =>
        place.administration === entry.administration &&
        units.some(unit => servedBy[unit].includes(place.unit)),
    )
  }
}
