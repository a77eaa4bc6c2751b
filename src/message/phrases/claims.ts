/** Whether it is as the question says. */
import { phrase, plural } from './phrase.ts';

export const claims = {
  /** A comparison with what was said: 超过 3 件. */
  compared: phrase(
    (comparison: string, value: string, upper: string) =>
      ({
        gt: `超过 ${value}`,
        ge: `不少于 ${value}`,
        lt: `不到 ${value}`,
        le: `不超过 ${value}`,
        between: `${value} 到 ${upper} 之间`,
      })[comparison] ?? value,
    (comparison: string, value: string, upper: string) =>
      ({
        gt: `more than ${value}`,
        ge: `at least ${value}`,
        lt: `fewer than ${value}`,
        le: `at most ${value}`,
        between: `between ${value} and ${upper}`,
      })[comparison] ?? value,
  ),
  /** What was said of a figure, confirmed or not. What was denied of a number is said without yes or no, which could mean either. */
  claimed: phrase(
    (holds: boolean, comparison: string, is: string, said: string) =>
      comparison === 'ne'
        ? holds
          ? `是 ${is}，不是 ${said}`
          : `是 ${is}`
        : holds
          ? comparison === 'eq'
            ? `对：是 ${is}`
            : `对：是 ${is}，${said}`
          : `不对：是 ${is}，${comparison === 'eq' ? `不是 ${said}` : `并非${said}`}`,
    (holds: boolean, comparison: string, is: string, said: string) =>
      comparison === 'ne'
        ? holds
          ? `It is ${is}, not ${said}`
          : `It is ${is}`
        : holds
          ? comparison === 'eq'
            ? `Yes: ${is}`
            : `Yes: ${is}, ${said}`
          : `No: ${is}, not ${said}`,
  ),
  /** Whether it is so of all of several. */
  all: phrase(
    (holds: boolean, exceptions: string) => (holds ? '对：没有例外' : `不都是：例外有 ${exceptions}`),
    (holds: boolean, exceptions: string) => (holds ? 'Yes: without an exception' : `Not all: ${exceptions} do not`),
  ),
  /** Whether a text says so: another figure of it need not be of the very same thing. */
  written: phrase(
    (holds: boolean, is: string | null, said: string) =>
      holds
        ? `对：正文写有 ${said}`
        : `正文不是这样写的：${is === null ? `没有写 ${said}` : `写的是 ${is}，不是 ${said}`}`,
    (holds: boolean, is: string | null, said: string) =>
      holds
        ? `Yes: the text says ${said}`
        : `The text does not say so: ${is === null ? `it does not give ${said}` : `it gives ${is}, not ${said}`}`,
  ),
  is: phrase(
    (name: string, value: string) => `${name}是 ${value}`,
    (name: string, value: string) => `${name}: ${value}`,
  ),
  /** Whether one figure stands so to the other. */
  stands: phrase(
    (holds: boolean, own: string, other: string) => `${holds ? '对' : '不对'}：${own}，${other}`,
    (holds: boolean, own: string, other: string) => `${holds ? 'Yes' : 'No'}: ${own}; ${other}`,
  ),
  /** Where one stands among all whose figure is known. */
  place: phrase(
    (own: string, rank: number, among: number, tied: number, open: number) =>
      `${own}，${among} 份有数的报告中${tied === 0 ? `排第 ${rank}` : `与另外 ${tied} 个并列第 ${rank}`}${open === 0 ? '' : `（另有 ${open} 份不明，没有计入）`}`,
    (own: string, rank: number, among: number, tied: number, open: number) =>
      `${own}, rank ${rank} of ${among} known${tied === 0 ? '' : `, together with ${tied} other${tied === 1 ? '' : 's'}`}${open === 0 ? '' : ` (${plural(open, 'report')} without a known figure left out)`}`,
  ),
  /** Whether it is in the place that was said, and in which it is. */
  ranks: phrase(
    (holds: boolean, own: string, rank: number, tied: number, open: number) =>
      `${holds ? '是' : '不是'}：${own}，${tied === 0 ? `排第 ${rank}` : `与另外 ${tied} 个并列第 ${rank}`}${open === 0 ? '' : `（另有 ${open} 份报告的数字不明，没有计入）`}`,
    (holds: boolean, own: string, rank: number, tied: number, open: number) =>
      `${holds ? 'Yes' : 'No'}: ${own}, rank ${rank}${tied === 0 ? '' : `, together with ${tied} other${tied === 1 ? '' : 's'}`}${open === 0 ? '' : ` (${plural(open, 'report')} without a known figure left out)`}`,
  ),
  /** Whether there is any; `denied`: that there is none was said. */
  some: phrase(
    (holds: boolean, denied: boolean, is: string | null) =>
      `${denied ? (holds ? '对，没有' : '不对，有') : holds ? '有' : '没有'}${is === null ? '' : `：${is}`}`,
    (holds: boolean, denied: boolean, is: string | null) =>
      `${denied ? (holds ? 'Right, none' : 'No, there is some') : holds ? 'Yes' : 'No'}${is === null ? '' : `: ${is}`}`,
  ),
} as const;
