import type { Document } from "../data/document.ts";

/** What people call a department. */
export const titleOf = (answer: Document, name: string): string => answer.departments[name]?.title || name;

export const departmentNames = (answer: Document): string[] => Object.keys(answer.departments);
