/**
 * Slack's limits, as of November 2026, the lower figure where sources differ; each with a margin below the documented
 * one. They move: change them here and nowhere else.
 */
export const limits = {
  /** Blocks of a message: 50. */
  blocks: 48,
  /** All blocks of a message as JSON, in characters: below 13,000 (`msg_blocks_too_long`, not documented). */
  message: 12_000,
  /** Text beside the blocks: below 4,000, escaped. */
  text: 3_900,
  /** Text of a section: 3,000, escaped. */
  section: 2_900,
  /** Text of a header: 150. */
  header: 150,
  /** Elements of a context: 10. */
  contextElements: 10,
  /** Text of one element of a context: 2,000 (not documented; below every figure seen). */
  contextText: 1_900,
  /** Elements of actions: 25. */
  actions: 25,
  /** Text of a button: 75; its value: 2,000. */
  buttonText: 75,
  buttonValue: 2_000,
  /** Charts of a message: 2 (not documented); their title: 50; labels of segments, points and series: 20. */
  charts: 2,
  chartTitle: 50,
  chartLabel: 20,
  /** Segments of a pie: 6; series of another chart: 6, with 20 points each. */
  segments: 6,
  series: 6,
  points: 20,
} as const;
