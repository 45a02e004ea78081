import { houseGroups, type HouseGroup } from '@brobygger/database'
import { houseKinds } from '@brobygger/domain/codes'
import { splitTexts } from '@brobygger/domain/forms'
import { groupForm, type GroupInput } from '@brobygger/domain/messages'
import type { Municipality } from '@brobygger/domain/organisation'
import { caseIn, processId } from '@brobygger/domain/processes'
import { Inject, Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { CaseCommands } from '../command/case-commands.js'
import { caseIdOf } from '../command/command-id.js'
import { Commands, type Plan } from '../command/commands.js'
import { toProcess } from '../command/recipients.js'
import type { CommandResult } from '../command/recorded.js'
import { Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import { administrationsOf } from '../person/administrations-of.js'
import type { Person } from '../person/caller.js'
import { startOf } from '../practice/practice-start.js'
import { Storage } from '../storage/storage.js'
import { openTexts } from '../storage/texts.js'
import { OpenProcess } from '../temporal/open-process.js'
import { MUNICIPALITY } from '../tokens.js'
import type {
  CapacityBody,
  GroupsQuery,
  OpenGroup,
  PutFirstBody,
  TakePlaceBody,
} from './family-house-bodies.js'
import type { groupDetail, groupList, groupReceipt } from './group-shapes.js'
import { housePeople } from './house-people.js'

/** Who does what with which group. */
interface Doing<B> {
  readonly caller: Person
  readonly key: string | undefined
  readonly group: string
  readonly body: B
}

/** Opens groups of the family house, shows them, and gives their places. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly storage: Storage,
    private readonly commands: Commands,
    private readonly caseCommands: CaseCommands,
    private readonly processes: OpenProcess,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  async open(caller: Person, key: string | undefined, body: OpenGroup) {
    const incoming = { caller, key, name: 'open-group', body, codesOnly: false }
    const reply = await this.commands.once(incoming, plan => this.start(body, plan))
    return reply.with({ Location: `/api/family-house/groups/${reply.body.process}` })
  }

  async list(caller: Person, query: GroupsQuery): Promise<z.infer<typeof groupList>> {
    const groups = await houseGroups(this.storage.db, query)
    return {
      // Who has which place is the house's own.
      items: groups.map(withFree).map(group => (isOfHouse(caller) ? group : { ...group, places: [] })),
      texts: await openTexts(
        this.storage,
        groups.map(({ textRef }) => textRef),
        { as: administrationsOf(caller) },
      ),
    }
  }

  async one(caller: Person, process: string): Promise<z.infer<typeof groupDetail>> {
    const [group] = await houseGroups(this.storage.db, { process })
    if (group === undefined) throw new Problem('group-unknown')
    const refs = [group.textRef, ...group.places.map(({ textRef }) => textRef)]
    return {
      ...withFree(group),
      texts: await openTexts(this.storage, refs, { as: administrationsOf(caller) }),
    }
  }

  /** Takes a free place for a family. Of two who take the last one, one has it, and the other is told at once. */
  takePlace(doing: Doing<TakePlaceBody>) {
    return this.send(doing, 'takePlace', doing.body, {})
  }

  /** A family gets the next place although others have waited longer, for a reason that is written down. */
  putFirst(doing: Doing<PutFirstBody>) {
    const { why, ...message } = doing.body
    return this.send(doing, 'putFirst', message, { why })
  }

  setCapacity(doing: Doing<CapacityBody>) {
    return this.send(doing, 'setCapacity', doing.body, {})
  }

  private send(
    { caller, key, group, body }: Doing<unknown>,
    update: string,
    message: object,
    texts: Readonly<Record<string, string>>,
  ): Promise<Reply<CommandResult>> {
    return this.caseCommands.send({
      caller,
      key,
      caseId: caseIn(group),
      body: [group, body],
      update,
      message: { ...message, by: caller.id },
      texts,
      to: toProcess(group),
    })
  }

  private async start(body: OpenGroup, plan: Plan): Promise<Reply<z.infer<typeof groupReceipt>>> {
    const caseId = caseIdOf(plan.id)
    const process = processId({ kind: 'familyHouseGroup', caseId })
    const startsAt = startOf(body.practice, plan.at)
    const text = await this.storage.vault.put({
      administration: 'social-services',
      caseId,
      id: 'group',
      practice: startsAt !== null,
      purpose: 'group',
      content: splitTexts({ form: groupForm, value: body }).texts,
    })
    const { houseKind, ageBands, capacity } = body
    const input: GroupInput = {
      caseId,
      practice: startsAt === null ? null : { startsAt },
      houseKind,
      ageBands,
      capacity,
      text,
      people: housePeople(this.municipality, null),
    }
    const summary = { staticSummary: `Hold: ${houseKinds.labels[houseKind].da}, ${capacity} pladser` }
    const opened = await this.processes.open({ process, input, command: plan.id, again: false, summary })
    return new Reply({ caseId, process }, opened === 'started' ? 202 : 201)
  }
}

const isOfHouse = ({ affiliations }: Person): boolean =>
  affiliations.some(({ unit }) => unit === 'family-house')

function withFree(group: HouseGroup) {
  const taken = group.places.filter(({ status }) => status === 'placed').length
  return { ...group, free: Math.max(0, group.capacity - taken) }
}
