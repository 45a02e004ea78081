/**
 * The layers of the repository. Domain stands on zod alone; a process is written in terms of domain and kit;
 * whatever is outside is reached through a port; parts know each other only over the network.
 */
const testOrTestHelp = '\\.test\\.ts$|/testing(\\.ts$|/)'
const ownWorkflows = '^apps/worker/src/workflows/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain knows no Temporal, Nest or Node: zod and itself only.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: testOrTestHelp },
      to: { pathNot: ['^libs/domain/', '^node_modules/zod/'] },
    },
    {
      name: 'access-is-pure',
      comment: 'Who may what is decided from facts alone.',
      severity: 'error',
      from: { path: '^libs/access/', pathNot: testOrTestHelp },
      to: { pathNot: ['^libs/(access|domain)/', '^node_modules/zod/'] },
    },
    {
      name: 'workflows-know-domain-and-kit',
      comment: 'Workflow code is replayed for years: it may use only what is deterministic.',
      severity: 'error',
      from: { path: ownWorkflows, pathNot: testOrTestHelp },
      to: {
        pathNot: [
          ownWorkflows,
          '^libs/(domain|nexus)/',
          '^node_modules/(@temporalio/(workflow|common)|nexus-rpc|zod)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'workflows-see-types-of-activities-only',
      severity: 'error',
      from: { path: ownWorkflows, pathNot: testOrTestHelp },
      to: { path: '^apps/worker/src/(adapters|ports)/' },
    },
    {
      name: 'adapters-through-ports',
      comment: 'Only where a worker is put together is it known which adapter stands behind a port.',
      severity: 'error',
      from: {
        path: '^apps/worker/src/',
        pathNot: ['^apps/worker/src/adapters/', '^apps/worker/src/worker\\.ts$', testOrTestHelp],
      },
      to: { path: '^apps/worker/src/adapters/' },
    },
    {
      name: 'libs-know-no-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|tests|bench)/' },
    },
    {
      name: 'apps-know-no-other-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: testOrTestHelp },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-stands-on-tools-or-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: '^(tools|tests|bench)/' },
    },
  ],
  options: {
    // A package of ours is imported as it was compiled: seen, so that the rules hold, but not entered.
    doNotFollow: { path: ['node_modules', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
}
