/** A concern as an educator of the nursery Mariehønen raises it. */
export const plainConcern = {
  raiserRole: 'educator',
  institution: '101001',
  ageBand: '3-5',
  mainCategory: 'structure',
  severity: 'less',
  parentsInformed: 'both',
  seen: 'Barnet er træt.',
} as const

/** A notification of violence that names a made-up child; the parents are not told. */
export const namedNotification = {
  identity: 'named',
  childName: 'Noor Prøve',
  abuse: true,
  parentsTold: 'none',
  parentsToldWhy: 'Mistanke om vold i hjemmet.',
  observed: 'Barnet fortæller om et bælte.',
} as const
