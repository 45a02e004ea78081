import { emptyPlaces, hasPlace, hindranceTo } from '@brobygger/domain/family-house'
import {
  askForPlace,
  holdPlace,
  leaveGroup,
  putFirst,
  setCapacity,
  takePlace,
  type AskForPlace,
  type GroupInput,
  type HoldPlace,
  type LeaveGroup,
  type PutFirst,
  type SetCapacity,
  type TakePlace,
} from '@brobygger/domain/messages'
import type { FamilyHouseGroupStep, Process } from '@brobygger/domain/processes'
import { command, refuse, start } from '../kit/index.js'
import { standing } from './standing.js'
import { changeCapacity, comeFirst, freePlace, give, holdNumber, placeOrNumber } from './places.js'
import type { Group, GroupFacts, GroupWay } from './way.js'

/** Starts a group, or goes on from its ledger. All who want a place meet here and nowhere else, so one gets it. */
export function begin(process: Process<FamilyHouseGroupStep>, input: GroupInput): Group {
  const { houseKind, ageBands, capacity, text } = input
  const course = start<GroupWay, GroupFacts>(process, input, {
    facts: { places: emptyPlaces(capacity), given: [] },
    opening: [{ type: 'groupOpened', houseKind, ageBands, capacity, text }],
    turns: course => ({ close: () => course.turnTo({ next: 'closing' }) }),
  })
  const { facts } = course
  course.shows = () => standing(facts.places)
  const open = () => course.heading === 'open' || refuse('group-closed')
  command<AskForPlace>({
    course,
    name: 'askForPlace',
    schema: askForPlace,
    check: open,
    run: ({ course: asking }) => placeOrNumber(course, asking),
  })
  const mayTake = ({ course: asking }: TakePlace) => {
    open()
    const hindrance = hindranceTo(facts.places, asking)
    if (hindrance !== null) refuse(hindrance)
  }
  command<TakePlace>({
    course,
    name: 'takePlace',
    schema: takePlace,
    check: mayTake,
    run: async message => {
      // Between the check and here another may have taken it, when both came at once.
      mayTake(message)
      await give(course, message)
    },
  })
  command<PutFirst>({
    course,
    name: 'putFirst',
    schema: putFirst,
    check: ({ course: who }) => {
      open()
      if (hasPlace(facts.places, who)) refuse('already-placed')
    },
    run: message => comeFirst(course, message),
  })
  command<LeaveGroup>({
    course,
    name: 'leaveGroup',
    schema: leaveGroup,
    run: ({ course: leaving }) => freePlace(course, leaving),
  })
  command<HoldPlace>({
    course,
    name: 'holdPlace',
    schema: holdPlace,
    run: message => holdNumber(course, message),
  })
  command<SetCapacity>({
    course,
    name: 'setCapacity',
    schema: setCapacity,
    check: ({ capacity }) => {
      open()
      if (capacity < facts.places.taken.length) refuse('capacity-below-taken')
    },
    run: message => changeCapacity(course, message),
  })
  return course
}
