import { institution, staffMember, type Municipality } from '@brobygger/domain/organisation'
import { Controller, Get, Inject } from '@nestjs/common'
import { Access } from '../access/access.js'
import { z } from 'zod'
import { Operation } from '../openapi/operation.js'
import { MUNICIPALITY } from '../tokens.js'
import { codeLists, codeListsShape } from './code-lists.js'
import { ruleList, ruleShape } from './rule-list.js'

const list = <T extends z.ZodType>(description: string, item: T) => ({
  200: { description, schema: z.object({ items: z.array(item) }) },
})

/** What forms and pages look up. */
@Controller()
export class ReferenceController {
  constructor(@Inject(MUNICIPALITY) private readonly municipality: Municipality) {}

  @Access('lookUp')
  @Get('rules')
  @Operation({
    id: 'listRules',
    summary: 'Every version of every rule, with its legal basis and local amount',
    successes: list('The rules', ruleShape),
    shows: false,
  })
  rules() {
    return { items: ruleList(this.municipality, new Date().toISOString()) }
  }

  @Access('lookUp')
  @Get('codes')
  @Operation({
    id: 'listCodes',
    summary: 'Every list of codes, in Danish and English',
    successes: { 200: { description: 'Lists by name', schema: codeListsShape } },
    shows: false,
  })
  codes() {
    return codeLists
  }

  @Access('lookUp')
  @Get('staff')
  @Operation({
    id: 'listStaff',
    summary: 'The staff',
    successes: list('The staff', staffMember.meta({ id: 'StaffMember' })),
    shows: false,
  })
  staff() {
    return { items: this.municipality.staff }
  }

  @Access('lookUp')
  @Get('institutions')
  @Operation({
    id: 'listInstitutions',
    summary: 'The institutions',
    successes: list('The institutions', institution.meta({ id: 'Institution' })),
    shows: false,
  })
  institutions() {
    return { items: this.municipality.institutions }
  }
}
