/** One figure of a suite, printed as one JSON line. */
export type Figure = {
  readonly suite: string
  readonly dataset: string
  readonly metric: string
  readonly value: number
  /** How many items the figure is over. */
  readonly n: number
  readonly seconds?: number
  /** A figure of another program measured in the same run. */
  readonly peer?: string
  /** A per-type or per-topic line: never pinned. */
  readonly detail?: boolean
}

export type SuiteOptions = {
  /** The folder with all data sets, laid out as BENCHMARKS says. */
  readonly root: string
  /** Only this data set; absent: all. */
  readonly dataset?: string
  /** A folder in the data set's format that takes the place of the usual one; needs `dataset`. */
  readonly data?: string
  /** Also run peers. */
  readonly peers: boolean
}

export type Suite = {
  readonly name: string
  readonly datasets: readonly DataSet[]
}

export type DataSet = {
  readonly name: string
  /** Path below the root; its files' digest pins the floors. */
  readonly path: string
  run(folder: string, options: SuiteOptions): Promise<readonly Figure[]> | readonly Figure[]
}
