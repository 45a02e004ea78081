import type { GroupInput } from '@brobygger/domain/messages'
import { familyHouseGroupProcess } from '@brobygger/domain/processes'
import { begin } from './family-house-group/begin.js'
import { closeToNew, stayOpen } from './family-house-group/places.js'
import { endWhenAnswered, follow } from './kit/index.js'

/** A group of the family house: its places, and who waits for one in fair order. Page: docs/processes/familyHouseGroup.md */
export async function familyHouseGroup(input: GroupInput): Promise<string> {
  const course = begin(familyHouseGroupProcess, input)
  return follow(
    course,
    input,
    {
      // 1. Families ask, wait, take places and leave them; 2. then those who are there stay to their end
      open: () => stayOpen(course),
      closing: () => closeToNew(course),
    },
    // 3. Nobody is left in it
    { ended: way => endWhenAnswered(course, way) },
  )
}
