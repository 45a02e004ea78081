import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** CPU time that this process's descendants have used, in milliseconds: everything that the system is made of. Linux. */
export async function cpuOfSystem(): Promise<number> {
  const ticks = Number((await promisify(execFile)('getconf', ['CLK_TCK'])).stdout)
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const found = await Promise.all(ids.map(async id => await statOf(id)))
  const stats = found.filter(stat => stat !== null)
  const ours = new Set([process.pid])
  // Parents come before their children only by chance.
  for (let size = 0; size !== ours.size;) {
    size = ours.size
    for (const { pid, parent } of stats) if (ours.has(parent)) ours.add(pid)
  }
  const used = stats.filter(({ pid }) => pid !== process.pid && ours.has(pid))
  return (used.reduce((sum, stat) => sum + stat.ticks, 0) / ticks) * 1_000
}

/** Its own time and that of children that have ended; null for a process that ended meanwhile. */
async function statOf(id: string): Promise<{ pid: number; parent: number; ticks: number } | null> {
  try {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8')
    // The second field is the command's name in parentheses, which may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0)
    return { pid: Number(id), parent: Number(fields[1]), ticks }
  } catch {
    return null
  }
}
