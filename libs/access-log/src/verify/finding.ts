/** One thing that is wrong with the log. Blocks and lines are named by their numbers. */
export type Finding =
  | {
      readonly what: 'line-changed' | 'line-deleted' | 'line-inserted'
      readonly block: number
      readonly line: string
    }
  | { readonly what: 'line-moved'; readonly block: number; readonly line: string; readonly was: string }
  | { readonly what: 'block-missing'; readonly block: number; readonly to: number }
  | { readonly what: 'block-changed' | 'chain-broken' | 'chain-rewritten'; readonly block: number }
  | { readonly what: 'head-missing'; readonly block: number; readonly to: number }
  | { readonly what: 'heads-missing' }

/** A finding in words, for whoever has to act on it. */
export function inWords(finding: Finding): string {
  switch (finding.what) {
    case 'line-changed':
      return `line ${finding.line} in block ${finding.block} was changed after it was sealed`
    case 'line-deleted':
      return `line ${finding.line} in block ${finding.block} was deleted`
    case 'line-inserted':
      return `line ${finding.line} was put in after block ${finding.block} was sealed`
    case 'line-moved':
      return `line ${finding.line} in block ${finding.block} stood elsewhere when it was sealed: as line ${finding.was}`
    case 'block-missing':
      return `${blocks(finding)} missing`
    case 'block-changed':
      return `block ${finding.block} was changed: it does not have the hash of what it says`
    case 'chain-broken':
      return `block ${finding.block} does not follow the block before it`
    case 'chain-rewritten':
      return `block ${finding.block} is another one than the one whose head was published: block and lines were made anew`
    case 'head-missing':
      return `no head was published for ${blocks(finding, '')}`
    case 'heads-missing':
      return 'blocks were sealed, but there is no file with their heads: nothing outside the database confirms them'
  }
}

const blocks = ({ block, to }: { block: number; to: number }, verb: 'is' | '' = 'is'): string => {
  if (block === to) return `block ${block}${verb === 'is' ? ' is' : ''}`
  return `blocks ${block} to ${to}${verb === 'is' ? ' are' : ''}`
}
