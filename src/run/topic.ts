import type { Topic } from '../core/briefing.ts'
import type { Language } from '../lang/language.ts'
import { readTopic } from '../pipeline.ts'

/** The topic of a crisis with all its parts: where a dragoman.toml gives words alone, they name its actors and words. */
export function wholeTopic(topic: Topic, language: Language): Topic {
  const bare = topic.actors.length + topic.any.length === 0
  return bare ? { ...topic, ...readTopic(topic.words, language) } : topic
}
