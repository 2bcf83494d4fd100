import type { Num, Valued } from "./document.ts";

export interface Plan {
  objective: string;
  unit: string;
  quick: boolean;
  budget?: Num;
  indifference?: Num;
  departments: Record<string, PlannedDepartment>;
}

export interface PlannedRole {
  title?: string;
  rented: boolean;
  months: number[];
  decided: number[];
}

export interface Action {
  date: string;
  kind: string;
  role: string;
  people: number;
  from: string;
  until?: string | null;
  already: boolean;
}

export interface Requirement {
  measure: string;
  unit: string;
  at_least: boolean;
  level: Num;
  in?: Num;
  of_months: boolean;
  chance: Num;
  met: number;
  of_runs: number;
  bound: Num;
  confidence: Num;
  certified: boolean;
  binding: boolean;
}

/** What becomes of those who ask in a month, by some formula. */
export interface QuickService {
  answered: Num;
  abandoned: Num;
  utilisation: Num;
}

export interface PlannedDepartment {
  roles: Record<string, PlannedRole>;
  actions?: Action[];
  quick?: { month: string; role: string; load: Num; wanted: Num; capacity: Num; people: number; answered: Num; abandoned: Num; utilisation: Num; course: QuickService; closure: QuickService }[];
  objective?: Valued | null;
  replications?: number;
  requirements?: Requirement[];
  keeps?: boolean;
  requirements_certified?: boolean;
  alpha_requirements?: Num;
  alpha_neighbours?: Num;
  excluded?: number;
  neighbours_within?: Num;
  neighbours_certified?: boolean;
  enumerated?: boolean;
  stopped?: boolean;
  exhausted?: boolean;
  visited?: number;
  spent?: number;
  prices?: { role: string; months: number[]; change: number; gain: Valued; keeps: boolean }[];
  decide_by?: string;
  delays?: { weeks: number; late: number; loss: Valued }[];
  plateau?: { months: number[][]; difference: Valued }[];
  demands?: Record<string, Demand>;
}

export interface Demand {
  paths: string[];
  held: Valued;
  replanned: Valued;
  regret: Valued;
  held_keeps: boolean;
  replanned_keeps: boolean;
  months: number[][];
}
