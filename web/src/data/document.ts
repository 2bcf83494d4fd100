import type { Breakeven, Explanation, Selection, Sensitivity, Study, Uncertainty, WinnerMap } from "./answers.ts";
import type { Plan } from "./plan.ts";

/** The one result document as far as the page reads it; see docs/answers.md. What there is not is null or absent. */

export type Num = number | null;

export interface Interval {
  mean: Num;
  low: Num;
  high: Num;
}

/** `value` instead of `mean`, with the same interval. */
export interface Valued {
  value: Num;
  low: Num;
  high: Num;
}

export interface Measure extends Interval {
  sd: Num;
  p05: Num;
  p50: Num;
  p95: Num;
  unit: string;
  empty: number;
}

export interface MonthMeasure extends Interval {
  p05: Num;
  p95: Num;
}

export interface Month {
  month: string;
  measures: Record<string, MonthMeasure>;
}

export interface Loss {
  heads: Interval;
  margin: Interval;
}

export interface Losses {
  total: Loss;
  causes: Record<string, Loss>;
}

export interface Note {
  code: string;
  arguments: string[];
  message: string;
}

/** How many replications gave a value in each of equally wide steps that all departments share. */
export interface Distribution {
  unit: string;
  from: Num;
  width: Num;
  departments: Record<string, { counts: number[] }>;
}

export interface Department {
  title?: string;
  measures: Record<string, Measure>;
  months: Month[];
  losses?: { leads?: Losses; clients?: Losses };
  notes?: Note[];
}

export interface Difference extends Interval {
  correlation?: Num;
  resolved: boolean;
  p_value?: Num;
  p_adjusted?: Num;
}

export interface Share {
  share: Num;
  low: Num;
  high: Num;
}

export interface Standing {
  against_best: { advantage: Num; low: Num; high: Num; possible: boolean };
  best_mean: { share: Num; regret: Num };
  risk: { worst: Valued; mean_of_worst: Valued; loss?: Share; miss?: Share; few: boolean };
}

export interface Comparison {
  measure: string;
  unit: string;
  baseline: string;
  paired: boolean;
  larger_is_better: boolean;
  differences: Record<string, Difference>;
  best: Record<string, { share_of_replications: Num; low: Num; high: Num }>;
  target?: Num;
  standings?: { best: string; resolved: boolean; departments: Record<string, Standing> };
}

export interface Waterfall {
  measure: string;
  unit: string;
  from: string;
  to: string;
  before: Num;
  after: Num;
  difference: Interval;
  steps: (Interval & { measure: string; sign: number })[];
}

export interface Assumption {
  path: string;
  unit?: string;
  value: string | Num;
  low?: string | Num;
  high?: string | Num;
  source?: string;
  basis?: string;
  /** The scenario says it; else it is taken by default. */
  said?: boolean;
}

/** Half-widths as shares of the mean: what was asked for, and what it has come to. */
export interface Precision {
  measure: string;
  wanted: Num;
  reached: Num;
  resolved: boolean;
}

export interface Document {
  format: number;
  salesim: string;
  scenario: { title: string; hash: string; currency?: string; first_day?: string; last_day?: string };
  seed: number;
  replications: number;
  confidence: Num;
  departments: Record<string, Department>;
  comparison?: Comparison;
  further_comparisons?: Comparison[];
  waterfalls?: Waterfall[];
  selection?: Selection;
  sensitivity?: Sensitivity;
  breakeven?: Breakeven;
  uncertainty?: Uncertainty;
  study?: Study;
  map?: WinnerMap;
  explanation?: Explanation;
  plan?: Plan;
  precision?: Precision;
  distributions?: Record<string, Distribution>;
  assumptions?: Assumption[];
  not_modelled?: Note[];
  command?: string;
  warnings?: { message: string }[];
  interrupted?: { done: number; wanted: number };
}

/** What the program embeds in the page. */
export interface Answer {
  document: Document;
  words: Record<string, string>;
  language: string;
}
