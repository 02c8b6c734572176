import { answeredBy, asSaid, composed, type Doing, namedBy, STANDS_AGAINST } from '../../core/recognition/answers.js';
import type { BlockInContext } from '../../core/recognition/block-in-context.js';
import { logit, sigmoid } from '../../core/recognition/model.js';
import type { Estimate } from './lesson.js';
import type { Places } from './places.js';

/** Log-odds of a stand against beyond doubt, and below zero of none. */
export const BEYOND_DOUBT = 9;

/**
 * What places do with opgaven, where an answer does what its statement does or the reverse: the same composition as of a document.
 * @param estimates by the words of places, and of the statements that are answered
 */
export function withAnswers({ all }: Places, estimates: readonly Estimate[]): Estimate[] {
  const known = new Map<BlockInContext, Map<number, Estimate>>();
  for (const estimate of estimates) {
    const { context } = estimate.place;
    known.set(context, (known.get(context) ?? new Map<number, Estimate>()).set(estimate.label, estimate));
  }
  const found: Estimate[] = [];
  for (const place of all) {
    const answered = answeredBy(place.context);
    const own = known.get(place.context) ?? new Map<number, Estimate>();
    const ofStatement = (answered && known.get(asSaid(answered.heading))) ?? new Map<number, Estimate>();
    for (const label of new Set([...own.keys(), ...ofStatement.keys()])) {
      const by = own.get(label);
      const statement = ofStatement.get(label);
      const doing = statement && doingOf(statement);
      if (!answered || !doing) {
        if (by) found.push(by);
        continue;
      }
      const named = namedBy(answered, doing, by && sigmoid(by.named));
      if (named === undefined) continue;
      const answer = composed(place.context, label, answered, doing, by ? sigmoid(by.z) : 0);
      found.push({
        place,
        label,
        named: logit(named),
        z: answer ? logit(answer.taken) : (by?.z ?? -BEYOND_DOUBT),
        against: answer ? (answer.against ? BEYOND_DOUBT : -BEYOND_DOUBT) : (by?.against ?? -BEYOND_DOUBT),
        by: by?.by ?? statement!.by,
      });
    }
  }
  return found;
}

const doingOf = ({ z, named, against }: Estimate): Doing => ({
  taken: sigmoid(z),
  named: sigmoid(named),
  against: sigmoid(against) >= STANDS_AGAINST,
});
