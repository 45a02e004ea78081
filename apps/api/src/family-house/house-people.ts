import { peopleWith, type Municipality, type People } from '@brobygger/domain/organisation'

/** The people of a family who comes to the house by itself: its own leader, and whoever lets it in. */
export function housePeople({ leaders }: Municipality, therapist: string | null): People {
  const { teamLeader, nextManager, familyGroupLeader, familyHouseLeader } = leaders
  return peopleWith({
    socialWorker: familyHouseLeader,
    teamLeader,
    nextManager,
    familyGroupLeader,
    familyHouseLeader,
    familyHouseTherapist: therapist,
  })
}
