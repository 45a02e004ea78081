import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const typescript = ['libs/**/*.ts', 'apps/**/*.ts', 'tools/**/*.ts', 'tests/**/*.ts', 'bench/**/*.ts']

// Test files belong to a project of their own: they are checked, but never compiled to dist.
const projects = [
  'tsconfig.tests.json',
  'libs/*/tsconfig.json',
  'apps/*/tsconfig.json',
  'tools/tsconfig.json',
  'bench/tsconfig.json',
]

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', 'coverage/', '.brobygger/', 'tests/histories/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        URL: 'readonly',
        Buffer: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
      },
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      // The library marks it only so that it stands out: development speaks with its own login in clear.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['allowInsecureRequests'] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Nest's modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A number in a message or an address reads as itself.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
        { selector: 'ExportDefaultDeclaration', message: 'A named export is found by its name everywhere.' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // An async function turns what it throws into a rejection, also where it awaits nothing.
      '@typescript-eslint/require-await': 'off',
      // An override has the type parameters of what it overrides.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // `return answer(404)` and `() => bell.ring()` read as they are meant.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
)
