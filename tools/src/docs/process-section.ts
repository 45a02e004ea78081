import { roles, type Role, type Unit } from '@brobygger/domain/codes'
import { rules } from '@brobygger/domain/policy'
import { processes, type Process, type ProcessKind } from '@brobygger/domain/processes'
import { taskOfKind, type TaskDefinition } from '@brobygger/domain/tasks'
import { formFields } from './form-fields.js'
import { code, markdownTable } from './markdown-table.js'
import { amountText } from './rule-text.js'
import { taskPlaces, tasksOfAnyStep } from './task-places.js'

/** The part of a process's page that is made from its step list and its tasks. */
export function processSection(kind: ProcessKind): string {
  const kinds = [...Object.values(taskPlaces[kind]).flat(), ...tasksOfAnyStep(processes[kind])]
  const tasks = kinds.map(known)
  return [
    stepTable(processes[kind]),
    '### Tasks',
    taskTable(tasks),
    '### Forms',
    'What is not required may be left out, unless another field makes it necessary: the answer then says so.',
    ...tasks.flatMap(task => [
      `**${task.title.da}** (${code(task.kind)}, ${task.title.en})`,
      formFields(task.form).join('\n'),
    ]),
  ].join('\n\n')
}

function known(kind: string): TaskDefinition {
  const task = taskOfKind(kind)
  if (task === undefined) throw new Error(`There is no task ${kind}`)
  return task
}

function stepTable(process: Process): string {
  const places = taskPlaces[process.kind]
  const rows = process.steps.map((step, index) => [
    String(index + 1),
    code(step.id),
    step.title.da,
    step.title.en,
    holder(step.who, step.unit),
    (places[step.id] ?? []).map(code).join(', '),
    step.next.map(code).join(', '),
  ])
  return markdownTable(['no.', 'step', 'trin', 'in English', 'who (unit)', 'tasks', 'what can follow'], rows)
}

function taskTable(tasks: readonly TaskDefinition[]): string {
  const rows = tasks.map(task => [
    code(task.kind),
    task.title.da,
    holder(task.role, task.unit),
    dueOf(task),
    task.escalatesTo.map(code).join(', '),
  ])
  return markdownTable(['task', 'opgave', 'who (unit)', 'due by rule', 'told when late'], rows)
}

/** The newest version of the rule, with its amount before a municipality changes it. */
function dueOf({ rule: id }: TaskDefinition): string {
  const rule = rules.filter(candidate => candidate.id === id).at(-1)
  if (rule === undefined || rule.amount === null) return code(id)
  return `${code(id)}: ${amountText(rule)}${rule.local ? ', local' : ''}`
}

const holder = (role: Role, unit: Unit): string => `${roles.labels[role].en} (${code(unit)})`
