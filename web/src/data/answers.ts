import type { Distribution, Num, Valued } from "./document.ts";

export interface Factor {
  path: string;
  unit: string;
  low: Num;
  high: Num;
  base: Num;
}

export interface TornadoEnd {
  at: Num;
  answer: Num;
  change: Num;
  low: Num;
  high: Num;
  resolved: boolean;
  turns: boolean;
}

export interface Sensitivity {
  measure: string;
  unit: string;
  department: string;
  against?: string;
  method: string;
  spent: number;
  factors: Factor[];
  tornado?: { base: Valued; bars: { factor: number; swing: Num; low: TornadoEnd; high: TornadoEnd }[] };
  morris?: { factor: number; mean: Valued; absolute: Valued; spread: Valued; noise: Num }[];
  sobol?: { mean: Num; deviation: Num; factors: { factor: number; first: Valued; total: Valued }[] };
  regression?: { r_squared: Num; rank_r_squared: Num; factors: { factor: number; effect: Valued; standardised: Num; rank: Num }[] };
}

export interface WinnerMap {
  measure: string;
  unit: string;
  departments: string[];
  x: Factor;
  y: Factor;
  x_values: number[];
  y_values: number[];
  simulated: number;
  spent: number;
  cells: { best: number | null; resolved: boolean; simulated: boolean; replications: number[]; means: Num[] }[];
}

export interface Breakeven {
  measure: string;
  unit: string;
  departments: string[];
  factor: Factor;
  replications: number;
  spent: number;
  crossings: { value: Num; low: Num; high: Num; below: number; above: number }[];
  points: { value: number; best: number | null; means: Num[] }[];
}

export interface Explanation {
  measure: string;
  unit: string;
  department: string;
  against: string;
  spent: number;
  whole: Valued;
  rest: Valued;
  parts: Record<string, Valued>;
}

export interface Selection {
  larger_is_better?: boolean;
  measure: string;
  unit: string;
  indifference: Num;
  confidence: Num;
  decided: boolean;
  best: string;
  spent: number;
  candidates: Record<
    string,
    {
      department: string;
      settings: { path: string; value: string }[];
      mean: Num;
      replications: number;
      remaining: boolean;
      dropped_by?: string | null;
      dropped_after: number;
      behind: Num;
    }
  >;
}

/** An interval without its middle. */
export interface Ends {
  low: Num;
  high: Num;
}

export interface Uncertainty {
  measure: string;
  unit: string;
  draws: number;
  replications: number;
  factors: Factor[];
  answers: {
    department: string;
    against?: string | null;
    mean: Num;
    simulation: Ends;
    assumptions: Ends;
    total: Ends;
  }[];
  best?: string | null;
  /** By department, in the order of `answers`. */
  share_best: Num[];
  share_best_intervals: Ends[];
  everything: Num;
  everything_interval: Ends;
  /** The draws differ by more than the replications explain. */
  moved: boolean;
  worth: { factor: number; value: Valued; floor: Num; resolved: boolean }[];
}

/** What many scenarios have in common: who is the best at how many of them, and where. */
export interface Study {
  measure: string;
  unit: string;
  points: number;
  done: number;
  replications: number;
  departments: string[];
  titles?: Record<string, string>;
  factors: (Partial<Factor> & { path: string; values?: string[] })[];
  spread?: Distribution & { departments: Record<string, { counts: number[]; mean?: Num; p05?: Num; p50?: Num; p95?: Num }> };
  best: Record<string, Num>;
  winners: { factor: number; bins: { from?: Num; to?: Num; label?: string | null; points: number; best: number[]; means?: Num[] }[] }[];
  table?: { point: number; values: string[]; best: number | null; means: Num[]; replications: number }[];
  table_of?: number;
}
