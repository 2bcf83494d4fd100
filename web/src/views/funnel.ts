import { namesAfter } from "../data/answer.ts";
import type { Document } from "../data/document.ts";
import { call, measureTitle, say } from "../state/state.ts";
import { section } from "./element.ts";
import { groupedMeasures } from "./grouped.ts";

/** Leads from stage to stage, and why they were lost at each. */
export function funnel(answer: Document): HTMLElement | null {
  const stages = namesAfter(answer, "came.");
  if (stages.length === 0) return null;
  const path: [string, string][] = [
    ["leads", measureTitle("leads")],
    ...stages.flatMap((stage): [string, string][] => [
      [`came.${stage}`, call("label", `came.${stage}`)],
      [`passed.${stage}`, call("label", `passed.${stage}`)],
    ]),
    ["deals", measureTitle("deals")],
  ];
  const lost = stages.map((stage) =>
    groupedMeasures(
      answer,
      say("lost_at", call("stage", stage)),
      namesAfter(answer, `lost_at.${stage}.`).map((cause) => [`lost_at.${stage}.${cause}`, call("cause", cause)]),
    ),
  );
  return section("funnel", say("funnel"), groupedMeasures(answer, say("stages"), path), ...lost);
}
