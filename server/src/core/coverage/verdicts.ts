import type { Block } from '../markdown/blocks.js';
import { type Directive, isDirective, isVerdict, type UnknownDirective, type Verdict } from '../markdown/directives.js';
import type { Mention } from '../recognition/mentions.js';
import type { StudyIndex } from '../study/index.js';
import { ownId } from '../study/reference.js';
import type { Stance } from './states.js';

/** What a verdict that leaves a mention standing makes of it. */
const STANCES: Readonly<Record<Exclude<Verdict, 'telt-niet'>, Stance>> = {
  'telt-wel': 'opgepakt',
  'kiest-anders': 'anders',
  'alleen-genoemd': 'genoemd',
};

/** Of what the writer says there is no doubt. */
const SURE = { strength: 1, certain: true, possible: true, clear: true } as const;

/** What a writer says that one block does with an entry of the study. */
interface PlacedVerdict {
  readonly directive: Directive;
  readonly verdict: Verdict;
  readonly id: string;
  readonly block: number;
}

/** The verdicts in the comments of a document: the writer knows better than what was recognised. */
export class Verdicts {
  private readonly placed: readonly PlacedVerdict[];
  private readonly named: ReadonlySet<string>;

  constructor(
    private readonly study: StudyIndex,
    /** Asked for only where there is a verdict. */
    private readonly blocks: () => readonly Block[],
    directives: readonly (Directive | UnknownDirective)[],
  ) {
    this.placed = directives.filter(isDirective).flatMap((directive): PlacedVerdict[] => {
      const { verb, codes, from } = directive;
      if (!isVerdict(verb)) return [];
      const block = blockBeside(blocks(), from);
      return block < 0 ? [] : codes.map(({ code }) => ({ directive, verdict: verb, id: ownId(study, code), block }));
    });
    this.named = new Set(this.placed.map(({ id }) => id));
  }

  /** Whether any of them is about this entry. */
  concern(id: string): boolean {
    return this.named.has(id);
  }

  get none(): boolean {
    return this.placed.length === 0;
  }

  /**
   * The comments that say of words that they do not count, where nothing counted.
   * @param mentionsOf what was recognised, whatever the writer says
   */
  idle(mentionsOf: (id: string) => readonly Mention[]): Directive[] {
    const removing = this.placed.filter(({ verdict }) => verdict === 'telt-niet');
    const used = new Set(
      removing.flatMap(({ directive, id, block }) =>
        mentionsOf(id).some((mention) => mention.block === block) ? directive : [],
      ),
    );
    return [...new Set(removing.map(({ directive }) => directive))].filter((directive) => !used.has(directive));
  }

  /** Mentions in the order of the text as the writer sees them. @param about entries that they are mentions of */
  applied(mentions: readonly Mention[], about: (id: string) => boolean = () => true): Mention[] {
    const verdicts = new Map(this.placed.map((placed) => [keyOf(placed), placed]));
    const kept = mentions.flatMap((mention) => {
      const key = keyOf(mention);
      const placed = verdicts.get(key);
      verdicts.delete(key);
      return placed ? this.judged(mention, placed) : [mention];
    });
    const added = [...verdicts.values()]
      .filter(({ id }) => about(id))
      .flatMap((placed) => {
        const kind = this.study.find(placed.id)?.kind;
        if (kind !== 'theme' && kind !== 'trend' && kind !== 'opgave') return [];
        const { from, to } = this.blocks()[placed.block]!;
        return this.judged(
          { kind, id: placed.id, block: placed.block, from, to, spans: [], stance: undefined, ...SURE },
          placed,
        );
      });
    return added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.block - b.block);
  }

  private judged(mention: Mention, { verdict }: PlacedVerdict): Mention[] {
    if (verdict === 'telt-niet') return [];
    return [{ ...mention, ...SURE, stance: STANCES[verdict], possible: verdict !== 'alleen-genoemd' }];
  }
}

const keyOf = ({ id, block }: { readonly id: string; readonly block: number }): string => `${block} ${id}`;

/** The block that a comment stands in, or else the first below it. */
const blockBeside = (blocks: readonly Block[], at: number): number => blocks.findIndex(({ to }) => at <= to);
