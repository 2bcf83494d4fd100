import { colourOf } from "../chart/colours.ts";
import type { Key } from "../chart/export.ts";
import type { Document } from "../data/document.ts";
import { call, capital, short } from "../state/state.ts";

export const departmentNames = (answer: Document): string[] => Object.keys(answer.departments);

/** All departments that the document speaks of: each has one colour all over the page. */
export function everyDepartment(answer: Document): string[] {
  const { map, breakeven, uncertainty, selection, sensitivity, explanation, study, plan } = answer;
  return [
    ...new Set(
      [
        ...departmentNames(answer),
        ...(study?.departments ?? []),
        ...(map?.departments ?? []),
        ...(breakeven?.departments ?? []),
        ...(uncertainty?.answers ?? []).flatMap((one) => [one.department, one.against]),
        ...Object.values(selection?.candidates ?? {}).map((one) => one.department),
        sensitivity?.department,
        sensitivity?.against,
        explanation?.against,
        explanation?.department,
        ...Object.keys(plan?.departments ?? {}),
      ].filter((name): name is string => Boolean(name)),
    ),
  ];
}

/** What people call a department. */
export function titleOf(answer: Document, name: string, most = 70): string {
  return short(answer.departments[name]?.title || answer.study?.titles?.[name] || capital(call("department", name)), most);
}

export const colourOfDepartment = (answer: Document, name: string): string => colourOf(Math.max(0, everyDepartment(answer).indexOf(name)));

export const keyOf = (answer: Document, names: string[]): Key[] =>
  names.map((name) => ({ name: titleOf(answer, name), colour: colourOfDepartment(answer, name) }));
