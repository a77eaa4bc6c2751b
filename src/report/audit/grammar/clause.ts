/** A clause whose every word is known: what its figures count, by the shapes of its items and by what stood before it in the sentence. */
import type { ClaimKind, Court, Topic } from '../claim-kinds.ts';
import { type Ground, needsOutcome } from '../grounds.ts';
import { courtAfter, courtOf, groundOf, outcomeKinds } from './features.ts';
import { because, type Found, groupOf, isContext, isOfAll, main } from './found.ts';
import { splitItems } from './items.ts';
import { deniedBy, isPending, isRemainder, naughtOf, type Shape, shapeOf } from './shapes.ts';
import { codesOf, rawCodesOf, type Token } from './tokens.ts';

/**
 * Cases are tied to disclosure by a word, or by nothing else that the sentence speaks of. `wide`: they may be of every kind, so
 * that only where there are none, there are none of disclosure.
 */
type Tied = 'yes' | 'alone' | 'wide' | 'no';

interface Disturbed {
  readonly loose: boolean;
  readonly part: boolean;
  /** What it speaks of; null: it does not say. */
  readonly topic: 'application' | 'other' | null;
  /** It gives a reason for what is told next. */
  readonly reason?: boolean;
}

/** What the next clause says of this one's figure. */
interface Ahead {
  /** It is carried into the next year. */
  readonly goesOn: () => boolean;
  /** The outcome that it had, and nothing else: 3件属于信访投诉，不予处理. */
  readonly becomes: () => string | null;
}

/** Reads the clauses of one sentence, in order. */
export class ClauseReader {
  readonly tied: Tied;
  /** The year's last day is named. */
  ended = false;
  /** The body that reports decides the cases of others. */
  readonly #decides: boolean;
  topic: Topic;
  #court: Court | null = null;
  /** The figure that the next parts break down is not certain, or of a part. */
  #loose = false;
  /** Received and carried over are both told: outcomes that follow in the same row are of both. */
  #listed = false;
  /** A figure of all applications is read. */
  #said = false;
  /** 除2件在办外: the rest is told of next. */
  excepted = false;
  /** Only figures of a part of them are. */
  part = false;
  /** What was handled stands in the sentence. */
  #handled = false;
  #groups = new Set<Found['group']>();
  /** 因属于国家秘密，不予公开2件: the reason that a clause without a figure gives; unknown where its words are. */
  #reason: Ground | 'unknown' | null = null;
  /** 不予公开的申请中, 不予处理8件，其中…: what the grounds that follow are of. */
  #outcome: string | null = null;
  /** 行政诉讼方面，…: the clause before names a court, and no figure. */
  #headed = false;
  /** The next figures divide nothing else. */
  #within = false;
  /** What the next outcomes of cases are of is not certain. */
  #caseLoose = false;
  /** In a bracket: 申请15件(含上年结转2件) says of what the figure before it is, and is itself divided no further. */
  #bracketed = false;
  #becomes: Ahead['becomes'] = () => null;

  constructor(before: { readonly topic: Topic; readonly part: boolean }, tied: Tied, decides: boolean) {
    this.topic = before.topic;
    this.#loose = before.part;
    this.tied = tied;
    this.#decides = decides;
  }

  /** What stands between is not known: it may be what the next figures are parts of, or of another topic, or of applications. */
  disturb({ loose, part, topic, reason = false }: Disturbed): void {
    this.#loose ||= loose;
    this.#caseLoose ||= loose;
    if (reason) this.#reason = 'unknown';
    this.part ||= part && !this.#said;
    if (topic !== null) this.topic = topic === 'other' ? null : topic;
  }

  /** Null where the clause has no plain shape. */
  read(tokens: readonly Token[], codes: string, { goesOn, becomes }: Ahead, bracketed = false): Found[] | null {
    this.#bracketed = bracketed;
    this.#becomes = becomes;
    const found = this.#itemsOf(tokens, codes, goesOn);
    if (found === null || found.length > 0) return found;
    if (/[VDJL]/.test(codes)) this.topic = 'case';
    else if (/O/.test(codes)) this.topic = 'application';
    this.#remember(codes);
    // 已办结申请中, 其中: what follows is of these.
    if (/C|[^TeSakRNHOdQnmVIJL]m*n$|^x$/.test(codes) && this.#groups.size === 0) this.#loose = /C|n$/.test(codes);
    return found;
  }

  /** What a clause without a figure says of the figures that follow. */
  #remember(codes: string): void {
    const court = /^[^VIJL]*([VIJL])[^VIJL]*$/.exec(codes)?.[1];
    if (court !== undefined) this.#court = courtOf[court]!;
    this.#headed = court !== undefined;
    const ground = /[α-ρ]/.exec(codes)?.[0];
    if (ground !== undefined) this.#reason = groundOf(ground);
    const outcome = /[1-6]/.exec(codes)?.[0];
    if (outcome === undefined || ground !== undefined) return;
    this.#outcome = outcome;
    this.#within = true;
  }

  #itemsOf(tokens: readonly Token[], codes: string, goesOn: () => boolean): Found[] | null {
    if (/s/.test(codes)) {
      const listed = this.#respectively(tokens);
      // 分别为予以公开6件、部分公开4件: each with its figure.
      const rest = () => tokens.filter(({ code }) => code !== 's');
      return listed ?? this.#itemsOf(rest(), codes.replaceAll('s', ''), goesOn);
    }
    if (codes.includes('Y')) return this.#naughts(tokens.filter((token) => token.code !== 'w'));
    if (/[KWX]/.test(codes)) return this.#nones(tokens, codes);
    // 行政复议为3件、行政诉讼为0件: beside a figure a nought is one.
    if (codes.includes('z') && codes.includes('Q')) {
      const figures = tokens.map((token) =>
        token.code === 'z' ? { ...token, code: 'Q', value: 0, unit: '件' } : token,
      );
      return this.#itemsOf(figures, codes.replaceAll('z', 'Q'), goesOn);
    }
    if (codes.includes('z')) return this.#naughts(tokens);
    if (codes.includes('Z')) return this.#denials(tokens);
    if (!codes.includes('Q')) return isContext(codes) ? [] : null;
    const shared = this.#shared(tokens);
    if (shared !== undefined) return shared;
    const found: Found[] = [];
    for (const item of splitItems(tokens)) {
      const among = /^[TeSakqRNHPdO]*[OH]n(?=.*Q)/.exec(codesOf(item))?.[0] ?? '';
      // 收到的申请中有7件未到期: what stands before 中 narrows nothing.
      if (among !== '') this.topic = 'application';
      const all = codesOf(item).slice(among.length);
      if (all === '') return null;
      const figures = item.filter((token) => token.code === 'Q');
      if (/^[TeSaktqcRNdHP]*QN?O?n$/.test(all)) {
        // 在已办结的7件申请中: what follows is of these, and they are 7.
        const whole = this.#figure(all.slice(0, -1), figures[0]!, goesOn);
        if (whole !== null && whole !== 'loose') found.push(whole);
        // 9件申请中: of all, or of some of them.
        else if (/^Qd?On$/.test(all)) {
          this.topic = 'application';
          found.push({ ...main('processed', figures[0]!, figures[0]!.value!), whole: false });
        }
        continue;
      }
      if (figures.length !== 1) return null;
      const read = this.#figure(all, figures[0]!, goesOn);
      if (read === null) return null;
      if (read !== 'loose')
        found.push(isOfAll(item) && read.kinds[0] === 'handled' ? { ...read, kinds: ['processed'] } : read);
    }
    return found;
  }

  #figure(codes: string, token: Token, goesOn: () => boolean): Found | 'loose' | null {
    const shape = this.#shapeOf(codes, goesOn);
    if (shape === null) return isPending(codes) || isRemainder(codes) ? 'loose' : null;
    if (shape.about === 'case') {
      this.topic = 'case';
      this.#court = courtAfter(shape.kinds[0]!, this.#court);
      if (this.tied === 'no' || (this.tied === 'wide' && token.value !== 0)) return null;
      // 受理, 办理 of a body that decides cases may be of those of others.
      const handles = /P/.test(codes) || (/R/.test(codes) && !/u/.test(codes));
      if (handles && (this.#decides || (/P/.test(codes) && this.tied !== 'yes'))) return 'loose';
    } else if (shape.about === 'led' && this.topic !== 'application') return null;
    else this.topic = 'application';
    const reason = this.#reason;
    this.#reason = null;
    const kinds =
      reason !== null && groupOf(shape.kinds[0]!) === 'outcome' ? because(shape.kinds, reason) : shape.kinds;
    if (kinds === null) return 'loose';
    const kind = kinds[0]!;
    // 依申请公开政府信息15条: pieces of information, it may be, and no applications.
    if (kind === 'processed' && token.unit === '条' && !/[RNHP]/.test(codes)) return 'loose';
    const group = groupOf(kind);
    const whole = !/[Ct]/.test(codes);
    this.#handled ||= whole && kind === 'handled';
    if (group === 'ground' && needsOutcome(kind) && !/[3-6]/.test(codes) && !this.#isOf(kind)) {
      const outcome = this.#becomes();
      if (outcome === null || !kind.startsWith(`${outcomeKinds[Number(outcome) - 1]}.`)) return null;
    }
    if (group === 'caseOutcome') {
      if (this.#caseLoose) return 'loose';
    } else if (group === 'ground') {
      if ((this.#loose && !this.#listed && !this.#isOf(kind)) || this.#groups.has('applicant')) return 'loose';
    } else if (this.#within && shape.about !== 'case') return 'loose';
    else if (group === 'main' && !(this.#bracketed && this.#said)) {
      if (codes.includes('x') && /^(?:handled|carried)/.test(kind) && this.#loose) return 'loose';
      this.#groups = new Set();
      // 上年结转2件, 其中予以公开1件: parts of a part.
      this.#loose = !whole || /^carried/.test(kind);
      this.#listed = whole && kind === 'carriedOver' && this.#said && !codes.includes('x');
      this.#said ||= whole;
      this.part = !this.#said;
      this.#caseLoose &&= shape.about !== 'case';
    } else if (group !== 'main') {
      this.#listed &&= group === 'outcome' && !codes.includes('x');
      if ((this.#loose && !this.#listed) || (this.#groups.size > 0 && !this.#groups.has(group))) return 'loose';
      this.#groups.add(group);
      this.#outcome = /[1-6]/.exec(codes)?.[0] ?? this.#outcome;
    }
    const onward = kind === 'carriedForward' && codes.includes('G');
    return { kinds, value: token.value!, whole, at: token.start, group, onward };
  }

  /** The ground is one of the outcome that was told last. */
  #isOf(kind: ClaimKind): boolean {
    return this.#outcome !== null && kind.startsWith(`${outcomeKinds[Number(this.#outcome) - 1]}.`);
  }

  #shapeOf(codes: string, goesOn: () => boolean): Shape | null {
    const shape = shapeOf(codes, this.#court);
    if (shape !== null) return shape;
    const headed = this.#headed && this.#court !== null && /^[TeSak]*c?i[dm]*[akw]*Q$/.test(codes);
    if (headed) return { kinds: [this.#court!], about: 'case' };
    if (isPending(codes) && (this.ended || (/y/.test(codes) && !this.#loose) || goesOn()))
      return { kinds: ['carriedForward'], about: /O/.test(codes) ? 'own' : 'led' };
    // 除1件在办外，其余12件申请均已办结.
    if (this.excepted && /^[aS]*ya*QO?[aktT]*H$/.test(codes)) return { kinds: ['handled'], about: 'led' };
    // 新收7件、办结5件、结转2件: last of the three, it goes on.
    return this.#handled && isRemainder(codes) ? { kinds: ['carriedForward'], about: 'led' } : null;
  }

  /** 依申请公开零申请; 零复议、零诉讼. */
  #nones(tokens: readonly Token[], codes: string): Found[] | null {
    if (!/^[TeSaOimdwqcVI]*[KWX](?:[,h]?[KWX])*$/.test(codes)) return null;
    const kinds = { K: 'received', W: 'review', X: 'litigation' } as const;
    const said = tokens.filter((token): token is Token & { code: keyof typeof kinds } => token.code in kinds);
    if (this.tied === 'no' && said.some(({ code }) => code !== 'K')) return null;
    return [...new Set(said.map(({ code }) => code))].map((code) => main(kinds[code], tokens[0]!));
  }

  /** 行政复议、行政诉讼均为0; 行政复议为0件、行政诉讼为0件; 本年新收政府信息公开申请：无. */
  #naughts(tokens: readonly Token[]): Found[] | null {
    const found: Found[] = [];
    let items: Token[] = [];
    for (const token of tokens) {
      if (!/[zY]/.test(token.code)) {
        if (items.length > 0 || !/[,h]/.test(token.code)) items.push(token);
        continue;
      }
      const read = this.#each(splitItems(items, /[,h]/), naughtOf, token);
      if (read === null) return null;
      found.push(...read);
      items = [];
    }
    return items.length > 0 ? null : found;
  }

  /** 行政复议、行政诉讼均为0件: one figure of each; undefined where the clause is no such thing. */
  #shared(tokens: readonly Token[]): Found[] | null | undefined {
    const figure = tokens.at(-1)!;
    const heads = tokens.findIndex((token) => token.code === 'l');
    if (heads < 0 || !/^lw?Q$/.test(rawCodesOf(tokens.slice(heads)))) return undefined;
    const items = splitItems(tokens.slice(0, heads), /[,h]/);
    return items.length < 2 ? undefined : this.#each(items, naughtOf, figure, figure.value!);
  }

  /** 未收到…, 没有…和…: each item after the negation is denied. */
  #denials(tokens: readonly Token[]): Found[] | null {
    const first = tokens.findIndex((token) => token.code === 'Z');
    // 行政复议、诉讼案件暂无.
    if (first === tokens.length - 1)
      return this.#naughts([...tokens.slice(0, first), { ...tokens[first]!, code: 'z' }]);
    // 未发生一起…案件 denies them all.
    const one = (token: Token) => token.code === 'Q' && token.value === 1 && token.unit !== null;
    if (tokens.some((token) => token.code === 'Q' && !one(token))) return null;
    if (!/^[TeSaqxOimdcv]*$/.test(codesOf(tokens.slice(0, first)))) return null;
    const denied = tokens.slice(first + 1).filter((token) => !one(token));
    const items = splitItems(denied, /[,h]/).map((item) => (item[0]?.code === 'Z' ? item.slice(1) : item));
    return this.#each(items, deniedBy, tokens[first]!);
  }

  #each(
    items: readonly Token[][],
    kindOf: (codes: string) => ClaimKind | null | undefined,
    at: Token,
    value = 0,
  ): Found[] | null {
    const found: Found[] = [];
    const kinds = items.map((item) => kindOf(codesOf(item)));
    if (kinds.length === 0 || kinds.includes(undefined)) return null;
    for (const kind of kinds as (ClaimKind | null)[]) {
      if (kind === null || found.some((each) => each.kinds[0] === kind)) continue;
      const isCase = /^(?:review|litigation|dispute)/.test(kind);
      if (isCase && this.tied === 'no') return null;
      this.topic = isCase ? 'case' : 'application';
      found.push(main(kind, at, value));
    }
    return found;
  }

  /** 行政复议、行政诉讼分别为2件、1件. */
  #respectively(tokens: readonly Token[]): Found[] | null {
    const at = tokens.findIndex((token) => token.code === 's');
    const heads = splitItems(tokens.slice(0, at), /[,h]/);
    const tail = tokens.slice(at + 1).filter((token) => !/[w,ha]/.test(token.code));
    if (tail.some((token) => token.code !== 'Q') || tail.length !== heads.length) return null;
    const found = heads.map((head, index) => this.#figure(`${codesOf(head)}Q`, tail[index]!, () => false));
    return found.every((each): each is Found => each !== null && each !== 'loose') ? found : null;
  }
}
