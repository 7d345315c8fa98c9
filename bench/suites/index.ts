import type { Suite } from '../types.ts'
import { suite as actors } from './actors.ts'
import { amountsSuite as amounts } from './amounts.ts'
import { suite as clusters } from './clusters.ts'
import { suite as coref } from './coref.ts'
import { suite as desk } from './desk.ts'
import { suite as feeds } from './feeds.ts'
import { suite as names } from './names.ts'
import { suite as pages } from './pages.ts'
import { suite as places } from './places.ts'
import { suite as sentences } from './sentences.ts'
import { suite as speed } from './speed.ts'
import { suite as tags } from './tags.ts'
import { timeSuite as time } from './time.ts'
import { suite as timeline } from './timeline.ts'

/** All suites, in the order in which they run; speed and desk last, when nothing else waits. */
export const SUITES: readonly Suite[] = [
  feeds,
  pages,
  sentences,
  tags,
  names,
  coref,
  actors,
  places,
  time,
  amounts,
  clusters,
  timeline,
  speed,
  desk,
]
