/** Which reports a plan is about. */
import type { Naming } from '../../lexicon/naming.ts';
import type { Scope } from '../../question/plan.ts';
import { LEVELS } from './words.ts';

export function scopeText(scope: Scope, naming: Naming): string[] {
  const join = (names: readonly string[]) =>
    names.slice(0, 6).join(naming.language === 'zh' ? '、' : ', ') + (names.length > 6 ? '…' : '');
  const zh = naming.language === 'zh';
  const { pairs = [] } = scope;
  return [
    pairs.length > 0
      ? join(pairs.map(({ agency, year }) => `${naming.agency(agency)} ${year}${zh ? ' 年' : ''}`))
      : join(scope.agencies.map((each) => naming.agency(each))),
    scope.versions === 'current'
      ? ''
      : scope.versions === 'earlier'
        ? zh
          ? '更正前的版本'
          : 'the version before the correction'
        : zh
          ? '更正前后'
          : 'before and after the correction',
    scope.exceptKinds.length === 0
      ? ''
      : zh
        ? `不含${join(scope.exceptKinds.map((each) => naming.kind(each)))}`
        : `without ${join(scope.exceptKinds.map((each) => naming.kind(each)))}`,
    scope.except.length === 0
      ? ''
      : zh
        ? `除 ${join(scope.except.map((each) => naming.agency(each)))} 外`
        : `other than ${join(scope.except.map((each) => naming.agency(each)))}`,
    join(scope.regions.map((each) => naming.region(each))),
    join(scope.kinds.map((each) => naming.kind(each))),
    join(scope.levels.map((each) => LEVELS[each][naming.language])),
    scope.years.length === 0 || pairs.length > 0
      ? ''
      : zh
        ? `${join(scope.years.map(String))} 年`
        : join(scope.years.map(String)),
    join(
      scope.forms.map((each) =>
        each === 'free' ? (zh ? '无统一格式' : 'free form') : zh ? `${each} 年格式` : `${each} form`,
      ),
    ),
    scope.reports.length === 0
      ? ''
      : zh
        ? `所指的 ${scope.reports.length} 份报告`
        : `the ${scope.reports.length === 1 ? 'report' : `${scope.reports.length} reports`} meant`,
  ];
}
