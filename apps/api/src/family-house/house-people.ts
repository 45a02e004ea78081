import type { Municipality, People } from '@brobygger/domain/organisation'

/** The people of a family who comes to the house by itself: its own leader, and whoever lets it in. */
export function housePeople({ leaders }: Municipality, therapist: string | null): People {
  const { teamLeader, nextManager, familyGroupLeader, familyHouseLeader } = leaders
  return {
    raiser: null,
    institutionLeader: null,
    socialWorker: familyHouseLeader,
    teamLeader,
    nextManager,
    familyGroupLeader,
    familyCaseworker: null,
    familyHouseLeader,
    familyHouseTherapist: therapist,
  }
}
