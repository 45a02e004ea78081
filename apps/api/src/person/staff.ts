import { isEmployed, type Municipality, type StaffMember } from '@brobygger/domain/organisation'
import { Inject, Injectable } from '@nestjs/common'
import { fieldProblem, Problem } from '../http/problem.js'
import { MUNICIPALITY } from '../tokens.js'

/** The municipality's staff by id, those who have left among them: cases name them. */
@Injectable()
export class Staff {
  private readonly byId: ReadonlyMap<string, StaffMember>

  constructor(@Inject(MUNICIPALITY) municipality: Municipality) {
    this.byId = new Map(municipality.staff.map(member => [member.id, member]))
  }

  find(id: string): StaffMember | undefined {
    return this.byId.get(id)
  }

  /** Somebody who still works here: whoever has left is nobody to log in as. */
  employed(id: string): StaffMember | undefined {
    const member = this.byId.get(id)
    return member !== undefined && isEmployed(member) ? member : undefined
  }

  /** The member of staff whom an address names. Refuses with `staff-unknown`. */
  mustFind(id: string): StaffMember {
    const member = this.byId.get(id)
    if (member === undefined) throw new Problem('staff-unknown')
    return member
  }

  /** Refuses with `staff-unknown` a person who is named in a field and is not on the staff list. */
  mustKnow(id: string, field: string): void {
    if (!this.byId.has(id)) throw fieldProblem('staff-unknown', field)
  }

  /** The same for a person who is to get something: whoever has left gets nothing more. */
  mustWorkHere(id: string, field: string): void {
    if (this.employed(id) === undefined) throw fieldProblem('staff-unknown', field)
  }
}
