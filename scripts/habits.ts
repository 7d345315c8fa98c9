import ts from 'typescript'
import { lineOf, type Source, walk } from './sources.ts'

const FILE_LINES = 400
const FUNCTION_LINES = 60

/** What would let the clock, chance or the machine's settings into a result. */
const UNSTEADY: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'Temporal.Now',
  'process.hrtime',
])
/** Where the clock and chance come in; all else is told what they say. */
const CLOCK = 'src/run/clock.ts'
/** Who may also ask what time it is: whoever starts the program, and hands the time on. */
const CLOCK_READERS = /^src\/(?:cli\/|run\/desk-worker\.ts$)/u
const LOCAL = /^(?:localeCompare|toLocale\w*|getTimezoneOffset|get(?:Full)?(?:Year|Month|Date|Day|Hours|Minutes))$/u

/** Habits that a machine can check, one line for each breach; empty when all is well. */
export function habitFaults(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(source => [...longFile(source), ...nodeFaults(source), ...changingState(source)])
}

function longFile({ path, text }: Source): readonly string[] {
  const lines = text.split('\n').length - 1
  return lines > FILE_LINES ? [`${path} has ${lines} lines; at most ${FILE_LINES}`] : []
}

function nodeFaults(source: Source): readonly string[] {
  const faults: string[] = []
  const tested = isTest(source)
  const inside = source.path.startsWith('src/') && source.path !== CLOCK
  walk(source.tree, node => {
    const at = () => `${source.path}:${lineOf(source, node)}`
    if (!tested && isFunction(node)) {
      const lines = lineCount(source, node)
      if (lines > FUNCTION_LINES) faults.push(`${at()}: a function of ${lines} lines; at most ${FUNCTION_LINES}`)
    }
    const word = inside ? unsteady(node, source) : undefined
    if (word) faults.push(`${at()}: ${word} depends on the clock, on chance or on the machine's settings`)
  })
  return faults
}

function isTest({ path }: Source): boolean {
  return path.startsWith('test/') || path.endsWith('.test.ts')
}

function isFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  )
}

function lineCount({ tree }: Source, node: ts.Node): number {
  const [first, last] = [node.getStart(tree), node.getEnd()].map(at => tree.getLineAndCharacterOfPosition(at).line)
  return (last ?? 0) - (first ?? 0) + 1
}

function unsteady(node: ts.Node, { path, tree }: Source): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length)
    return CLOCK_READERS.test(path) ? undefined : 'new Date()'
  if (!ts.isPropertyAccessExpression(node)) return undefined
  const whole = node.getText(tree)
  if (UNSTEADY.has(whole)) return whole
  return LOCAL.test(node.name.text) ? node.name.text : undefined
}

/** A variable of a module that can be set again. */
function changingState(source: Source): readonly string[] {
  if (isTest(source)) return []
  return source.tree.statements.flatMap(statement =>
    ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const)
      ? [`${source.path}:${lineOf(source, statement)}: a module keeps no changing state`]
      : [],
  )
}
