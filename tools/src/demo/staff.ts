import type { Role, Unit } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'

/** The people of the municipality who play the parts. */
export class Staff {
  constructor(private readonly municipality: Municipality) {}

  /** Whoever raises concerns in an institution. */
  raiserOf(institution: string): string {
    return this.find(
      `raiser of ${institution}`,
      part => part.institution === institution && part.role === 'raiser',
    )
  }

  /** Somebody who may take a task from a unit's queue: of its role, else of the unit. */
  holding({ role, unit }: { role: Role; unit: Unit }): string {
    return this.find(`${role} in ${unit}`, part => part.unit === unit && part.role === role)
  }

  /** The leader who sees to the clock of practice cases. */
  get teamLeader(): string {
    return this.municipality.leaders.teamLeader
  }

  /** The leaders who together see a case from both sides. */
  get leaders(): readonly string[] {
    const { teamLeader, familyGroupLeader, familyHouseLeader } = this.municipality.leaders
    return [teamLeader, familyGroupLeader, familyHouseLeader]
  }

  private find(what: string, plays: (part: Part) => boolean): string {
    const found = this.municipality.staff.find(({ affiliations }) => affiliations.some(plays))
    if (found === undefined) throw new Error(`The municipality has no ${what}`)
    return found.id
  }
}

type Part = Municipality['staff'][number]['affiliations'][number]
