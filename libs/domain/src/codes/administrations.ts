import { type z } from 'zod'
import { codeList } from './code-list.js'

/**
 * Administrations (forvaltninger) that can run, each as Temporal namespaces of its own; the municipality's file says
 * which do. The order stands: the number of a process that runs in each of them is its administration's place here.
 */
export const administrations = codeList({
  'children-and-youth': ['Børne- og ungeforvaltningen', 'Children and youth'],
  'social-services': ['Socialforvaltningen', 'Social services'],
  health: ['Sundheds- og omsorgsforvaltningen', 'Health'],
  employment: ['Beskæftigelses- og integrationsforvaltningen', 'Employment'],
})
export const administration = administrations.schema
export type Administration = z.infer<typeof administration>

/** Those that run in every municipality: the processes belong to them. */
export const alwaysRunning = ['children-and-youth', 'social-services'] as const satisfies Administration[]

/** Namespace (and task queue, and Nexus endpoint) of an administration; practice cases have their own. */
export function namespaceOf(args: { administration: Administration; practice: boolean }): string {
  return args.practice ? `${args.administration}-practice` : args.administration
}

/** Every namespace of these administrations, real ones first. */
export function namespacesOf(running: readonly Administration[]): readonly string[] {
  return [false, true].flatMap(practice =>
    running.map(administration => namespaceOf({ administration, practice })),
  )
}

/** Their namespaces where time may be played forward. */
export function practiceNamespacesOf(running: readonly Administration[]): readonly string[] {
  return running.map(administration => namespaceOf({ administration, practice: true }))
}

/** Whether time may be played forward in a namespace. */
export function isPracticeNamespace(namespace: string): boolean {
  return practiceNamespacesOf(administrations.codes).includes(namespace)
}

/** The administration whose namespace it is; undefined for none of ours. */
export function administrationOfNamespace(namespace: unknown): Administration | undefined {
  return administrations.codes.find(code =>
    [false, true].some(practice => namespaceOf({ administration: code, practice }) === namespace),
  )
}

/** Units (enheder) that a task or a handover can be addressed to. */
export const units = codeList({
  'early-help': ['Fremskudte socialrådgivere', 'Outreach social workers'],
  institution: ['Institutionen', 'The institution'],
  'family-group': ['Familiegruppen', 'Family group'],
  'duty-office': ['Socialvagten', 'Out-of-hours duty office'],
  'family-house': ['Familiehuset', 'Family house'],
  ppr: ['PPR', 'Educational psychology (PPR)'],
  'health-visitors': ['Sundhedsplejen', 'Health visitors'],
  'job-centre': ['Jobcentret', 'Job centre'],
})
export const unit = units.schema
export type Unit = z.infer<typeof unit>

/** The administration of the units that processes are made for. Where the others lie, the municipality's file says. */
export const administrationOfUnit = {
  'early-help': 'children-and-youth',
  institution: 'children-and-youth',
  'family-group': 'social-services',
  'duty-office': 'social-services',
  'family-house': 'social-services',
} as const satisfies Partial<Record<Unit, (typeof alwaysRunning)[number]>>
/** A unit that processes are made for. */
export type ProcessUnit = keyof typeof administrationOfUnit
