/**
 * BCubed precision and recall over items (Bagga and Baldwin 1998): of each item the share of its own cluster, and of its
 * own class, that has both; the middle over all items. `given` and `gold` hold one label an item.
 */
export function bcubed(
  given: readonly unknown[],
  gold: readonly unknown[],
): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const [clusters, classes] = [given, gold].map(labels => Map.groupBy(labels.keys(), i => labels[i]))
  let [precision, recall] = [0, 0]
  for (const i of gold.keys()) {
    const [cluster = [], own = []] = [clusters?.get(given[i]), classes?.get(gold[i])]
    const both = cluster.filter(j => gold[j] === gold[i]).length
    precision += both / cluster.length / gold.length
    recall += both / own.length / gold.length
  }
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
