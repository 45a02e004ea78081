import { type z } from 'zod'
import { codeList } from './code-list.js'

/** Administrations (forvaltninger) that run as Temporal namespaces of their own. */
export const administrations = codeList({
  'children-and-youth': ['Børne- og ungeforvaltningen', 'Children and youth'],
  'social-services': ['Socialforvaltningen', 'Social services'],
})
export const administration = administrations.schema
export type Administration = z.infer<typeof administration>

/** Namespace (and task queue, and Nexus endpoint) of an administration; practice cases have their own. */
export function namespaceOf(args: { administration: Administration; practice: boolean }): string {
  return args.practice ? `${args.administration}-practice` : args.administration
}

/** Every namespace the system uses, real ones first. */
export const namespaces: readonly string[] = [false, true].flatMap(practice =>
  administrations.codes.map(code => namespaceOf({ administration: code, practice })),
)

/** The namespaces where time may be played forward. */
export const practiceNamespaces: readonly string[] = administrations.codes.map(code =>
  namespaceOf({ administration: code, practice: true }),
)

/** Units (enheder) that a task or a handover can be addressed to. */
export const units = codeList({
  'early-help': ['Fremskudte socialrådgivere', 'Outreach social workers'],
  institution: ['Institutionen', 'The institution'],
  'family-group': ['Familiegruppen', 'Family group'],
  'duty-office': ['Socialvagten', 'Out-of-hours duty office'],
  'family-house': ['Familiehuset', 'Family house'],
  ppr: ['PPR', 'Educational psychology (PPR)'],
  'health-visitors': ['Sundhedsplejen', 'Health visitors'],
})
export const unit = units.schema
export type Unit = z.infer<typeof unit>

/** The administration a unit belongs to. */
export const administrationOfUnit: Readonly<Record<Unit, Administration>> = {
  'early-help': 'children-and-youth',
  institution: 'children-and-youth',
  ppr: 'children-and-youth',
  'health-visitors': 'children-and-youth',
  'family-group': 'social-services',
  'duty-office': 'social-services',
  'family-house': 'social-services',
}
